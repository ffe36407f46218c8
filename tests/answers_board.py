"""Who had published what by the deadline of the summit in Paris, written out.

Each of the twenty was looked up in the data, and in the notes that the data was made from.
"""

from datetime import date
from typing import NamedTuple

TRACKER = "https://github.com/themidasproject/Seoul-Tracker"
SAFER_AI = "https://ratings.safer-ai.org/methodology"
CORPUS = (
    "https://github.com/louisyzhu/frontier-safety-framework-corpus/blob/"
    "2a84d134f1ae4fddaca4505cc6df5eadb1a38f15/corpus/"
)
LOG = f"{CORPUS}collection_log.md"
MICROSOFT = (
    "https://cdn-dynmedia-1.microsoft.com/is/content/microsoftcorp/microsoft/final/en-us/"
    "microsoft-brand/documents/Microsoft-Frontier-Governance-Framework.pdf"
)
AMAZON = (
    "https://cdn.amazon.science/a7/7c/8bdade5c4eda9168f3dee6434fff/"
    "pc-amazon-frontier-model-safety-framework-2-7-final-2-9.pdf"
)
GOOGLE = (
    "https://storage.googleapis.com/deepmind-media/DeepMind.com/Blog/"
    "introducing-the-frontier-safety-framework/fsf-technical-report.pdf"
)
COHERE = (
    "https://cohere.com/security/the-cohere-secure-ai-frontier-model-framework-february-2025.pdf"
)
G42 = (
    "https://www.g42.ai/application/files/9517/3882/2182/"
    "G42_Frontier_Safety_Framework_Publication_Version.pdf"
)
ANTHROPIC = (
    "https://www-cdn.anthropic.com/1adf000c8f675958c2ee23805d91aaade1cd4613/"
    "responsible-scaling-policy.pdf"
)
SEARCHED = date(2025, 12, 9)


class First(NamedTuple):
    """The first final version on record: day, timeliness, days late, version, address, source."""

    issued: str
    timeliness: str
    days_late: int | None
    version: str
    url: str
    source: str


FIRST_FINAL = {
    "amazon": First(
        "2025-02-09",
        "on-time",
        None,
        "frontier-model-safety-framework/2025-02-09",
        AMAZON,
        LOG,
    ),
    "anthropic": First(
        "2023-09-19",
        "before-endorsement",
        None,
        "responsible-scaling-policy/1-0",
        ANTHROPIC,
        f"{CORPUS}documents/anthropic_rsp_v1.0_2023-09-19.txt",
    ),
    "cohere": First(
        "2025-02-07",
        "on-time",
        None,
        "secure-ai-frontier-model-framework/1-0",
        COHERE,
        TRACKER,
    ),
    "g42": First(
        "2025-02-06",
        "on-time",
        None,
        "frontier-ai-safety-framework/2025-02-06",
        G42,
        LOG,
    ),
    "google": First(
        "2024-05-17",
        "before-endorsement",
        None,
        "frontier-safety-framework/1-0",
        GOOGLE,
        "https://deepmind.google/blog/introducing-the-frontier-safety-framework/",
    ),
    "magic": First(
        "2024-07-02",
        "before-endorsement",
        None,
        "agi-readiness-policy/1-0",
        "https://magic.dev/agi-readiness-policy",
        LOG,
    ),
    "meta": First(
        "2025-02-03",
        "on-time",
        None,
        "advanced-ai-scaling-framework/1-1",
        "https://ai.meta.com/static-resource/meta-frontier-ai-framework/",
        "https://about.fb.com/news/2025/02/meta-approach-frontier-ai/",
    ),
    "microsoft": First(
        "2025-02-08",
        "on-time",
        None,
        "frontier-governance-framework/1",
        MICROSOFT,
        LOG,
    ),
    "naver": First(
        "2024-06-17",
        "on-time",
        None,
        "ai-safety-framework/2024-06-17",
        "https://clova.ai/en/tech-blog/en-navers-ai-safety-framework-asf",
        "https://navercorp.com/en/media/pressReleasesDetail?seq=31865",
    ),
    "nvidia": First(
        "2025-02-17",
        "late",
        6,
        "frontier-ai-risk-assessment/2025-02-17",
        "https://images.nvidia.com/content/pdf/NVIDIA-Frontier-AI-Risk-Assessment.pdf",
        LOG,
    ),
    "openai": First(
        "2023-12-18",
        "before-endorsement",
        None,
        "preparedness-framework/beta",
        "https://cdn.openai.com/openai-preparedness-framework-beta.pdf",
        f"{CORPUS}documents/openai_preparedness-framework_beta_2023-12-18.txt",
    ),
    "xai": First(
        "2025-08-20",
        "late",
        190,
        "risk-management-framework/august-20-2025",
        "https://data.x.ai/2025-08-20-xai-risk-management-framework.pdf",
        LOG,
    ),
}
"""The ten up to Amazon's were there on 11 February 2025; xAI had a draft of the 10th."""

NONE_ON_RECORD = {
    "01-ai": ("added-list", "none-found"),
    "ibm": ("original-list", "out-of-scope"),
    "inflection-ai": ("original-list", "none-found"),
    "minimax": ("added-list", "none-found"),
    "mistral-ai": ("original-list", "none-found"),
    "samsung-electronics": ("original-list", "out-of-scope"),
    "technology-innovation-institute": ("original-list", "none-found"),
    "zhipu-ai": ("original-list", "none-found"),
}
"""Of whom no final version is on record: the list that names them, and what the search found."""
