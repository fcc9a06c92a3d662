"""What ends a publication, in words for those who publish."""


class PublishError(Exception):
    """Something is wrong; the message says what, and what to do."""

    status = 1
    """The exit status of the command."""


class RefusalError(PublishError):
    """Nothing was sent: the site, the settings or the target are not as they have to be."""

    status = 2


class SendingError(PublishError):
    """The way to the target broke: the old site stands whole, and a second run completes the new one."""

    status = 1


class CheckError(PublishError):
    """The site is out, and what readers get is not what was sent."""

    status = 3
