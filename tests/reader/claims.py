"""A claim about the sample of `tests.reader.small`, as an edit of it."""

CLAIM = """
<claim/lab/policy/1/II.g> a pledge:Claim ; pledge:claimAbout <version/lab/policy/1> ;
  pledge:answers req:II.g ; pledge:coverage code:coverage-partly-addressed ;
  pledge:cites <evidence/lab/e10> ; pledge:because "Only for one risk."@en ;
  earl:mode earl:semiAuto ; pledge:reviewState code:review-drafted .
"""

BEFORE = "<dataset> a dcat:Dataset"

WITH_CLAIM = (BEFORE, CLAIM + BEFORE)
"""The edit that adds the claim."""


def claim(old: str, new: str) -> tuple[str, str]:
    """Return the edit that adds the claim with `new` for `old`."""
    assert old in CLAIM, old
    return (BEFORE, CLAIM.replace(old, new) + BEFORE)
