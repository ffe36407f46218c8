"""The profiles: how much is asked of a file.

A rule says of which profiles it is, and the shapes say which profile asks for all that another asks
for (https://www.w3.org/TR/dx-prof/#Property:isProfileOf). Imports no third party.
"""

from enum import StrEnum

from pledgegraph.errors import InvalidArgument
from pledgegraph.terms import SITE


class Profile(StrEnum):
    """What may be asked of a file, the least first."""

    RECORD = "record"
    COMMITMENT = "commitment"
    FULL_COMMITMENTS = "full-commitments"

    @property
    def iri(self) -> str:
        """Its IRI."""
        return f"{SITE}profile/{self.value}"


def parse_profile(text: str) -> Profile:
    """Return the profile that is called `text`.

    >>> parse_profile("full-commitments")
    <Profile.FULL_COMMITMENTS: 'full-commitments'>

    Raises:
        InvalidArgument: there is none of that name.
    """
    try:
        return Profile(text)
    except ValueError as error:
        raise InvalidArgument(
            argument="profile",
            problem=f"there is none called “{text[:40]}”",
            expected=", ".join(Profile),
        ) from error


def find_profile(iri: str) -> Profile | None:
    """Return the profile with this IRI, or None.

    >>> find_profile(Profile.RECORD.iri)
    <Profile.RECORD: 'record'>
    """
    return next((profile for profile in Profile if profile.iri == iri), None)
