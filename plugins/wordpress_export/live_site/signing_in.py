"""Who signs in: an editor's application password, from the environment and nowhere else."""

import os
from collections.abc import Mapping

from ..web import Client, Credentials, Manners, UnsafeCredentialsError, WebError
from .errors import LiveSiteError, NotSignedInError
from .interface import Interface, NoAnswerError, is_at_home, read_answer, said

USER, PASSWORD = "BROADSHEET_USER", "BROADSHEET_APPLICATION_PASSWORD"  # names of variables


def credentials_for(address: str, environment: Mapping[str, str] = os.environ) -> Credentials | None:
    """Give who signs in at a site; none where the environment names nobody.

    Raises LiveSiteError where a part is missing, or where the password would travel in the open.
    """
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    if not user and not password:
        return None
    if not user or not password:
        raise LiveSiteError(f"{PASSWORD if user else USER} is not set: set both {USER} and {PASSWORD}, or neither.")
    try:
        return Credentials(address, user, password)
    except UnsafeCredentialsError as error:
        raise LiveSiteError(str(error)) from error


def signed_in(manners: Manners, interface: Interface, address: str) -> Client:
    """Give a client that signs in at the interface, if the environment names who.

    Raises LiveSiteError where the interface is not at home, NotSignedInError where the site does not take the password.
    """
    if credentials_for(address) is None:
        return Client(manners)
    if not is_at_home(interface.root, address):
        raise LiveSiteError(
            f"the REST interface of {address} is at {interface.root}, on another host, and a password is sent to no "
            f"other host than the one that you name. Give that host's address, or take {PASSWORD} out of the "
            "environment."
        )
    client = Client(manners, credentials_for(interface.root))
    try:
        read_answer(client.fetch(interface.address("wp/v2/users/me", {"context": "edit"})))
    except (WebError, NoAnswerError) as error:
        client.close()
        told = said(error) if isinstance(error, WebError) else ""
        raise NotSignedInError(
            f"{address} does not take {USER} and {PASSWORD}: {error} {told} It must be an application password (Users, "
            "Profile, Application Passwords in WordPress), not the one for signing in."
        ) from error
    return client
