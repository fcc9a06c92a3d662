"""Pictures and other files keep their old addresses, `/wp-content/uploads/…`, as places in the content folder.

`wanted` gathers them while articles are converted, `bringing` brings them from stores and from the web, and `account`
books what became of each.
"""
