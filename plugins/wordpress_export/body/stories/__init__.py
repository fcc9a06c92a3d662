"""What related stories in the text look like: labels, targets, forms, and what is learnt over a whole export."""
