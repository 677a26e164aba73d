namespace MicroPoints;

/// <summary>Why a command was refused. Values are part of the wire contract: append only, never renumber.</summary>
public enum Refusal
{
    // Identity of an entry: the same id with other content.
    ExistsWithDifferentNature = 1,
    ExistsWithDifferentKind = 2,
    ExistsWithDifferentOn = 3,
    ExistsWithDifferentExpires = 4,
    ExistsWithDifferentSubmitted = 5,
    ExistsWithDifferentMeasure = 6,
    ExistsWithDifferentCount = 7,
    ExistsWithDifferentQuantity = 8,
    ExistsWithDifferentAnswered = 9,
    ExistsWithDifferentSatisfied = 10,
    ExistsWithDifferentAsked = 11,
    ExistsWithDifferentDone = 12,
    ExistsWithDifferentOf = 13,
    ExistsWithDifferentOption = 14,
    ExistsWithDifferentFlag = 15,
    ExistsWithDifferentPoints = 16,
    ExistsWithDifferentKey = 17,
    ExistsWithDifferentPart = 18,
    ExistsWithDifferentReason = 19,
    ExistsWithDifferentEvidence = 20,
    ExistsWithDifferentTarget = 21,
    ExistsInPredecessor = 22,
    ExistsWithDifferentContent = 23,

    // The chamber.
    ChamberUnknown = 40,
    ChamberMerged = 41,
    ChamberDissolved = 42,
    ChamberSplit = 43,
    ChamberExists = 44,
    ChamberNameInvalid = 45,
    ChamberKindInvalid = 46,
    LineageInvalid = 48,

    // Who.
    NotAllowed = 60,
    NotAnAuthority = 61,
    KeyUnknown = 62,
    KeyAlreadyRevoked = 63,

    // What was recorded.
    KindUnknown = 80,
    MeasureMissing = 81,
    MeasureNotOfKind = 82,
    CountOutOfRange = 83,
    QuantityOutOfRange = 84,
    RateInconsistent = 85,
    ShareInconsistent = 86,
    OptionUnknown = 87,
    PointsOutOfRange = 88,
    KeyMissing = 89,
    KeyNotOfKind = 90,
    KeyInvalid = 91,
    PartNotOfKind = 92,
    PartInvalid = 93,
    ReasonMissing = 94,
    ReasonTooLong = 95,
    EvidenceTooMany = 96,
    EvidenceRepeated = 97,
    BatchTooLarge = 98,
    TextNotPlain = 99,

    // When.
    OnInFuture = 110,
    OnTooEarly = 111,
    ExpiresNotOfKind = 112,
    ExpiresTooEarly = 113,
    SubmittedInFuture = 114,
    PeriodClosed = 115,
    PeriodNotClosed = 116,

    // Reversal.
    EntryNotFound = 130,
    EntryIsReversal = 131,
    EntryIsNoActivity = 132,
    EntryAlreadyReversed = 133,

    // Rules and settings.
    RulesetNotAdoptable = 151,
    RulesetVersionExists = 152,
    SettingUnknown = 153,
    SettingNotOfType = 154,
    IndicatorUnknown = 155,
    IndicatorAlwaysApplicable = 156,
    RulesetTooLarge = 157,
    NothingAdopted = 158,
    PeriodNotOfRuleset = 159,
    PeerGroupNotOfRuleset = 160,
    RegionBelowCounty = 161,
    ScopeTooLarge = 162,

    // Rounds.
    RoundUnknown = 170,
    RoundExists = 171,
    RoundWrongState = 172,
    RoundNothingToRank = 173,
    RoundPurposeUnsupported = 174,
    SelectionIneligible = 176,
    SelectionReasonMissing = 177,
    SelectionUnknownOutcome = 178,
    SelectionOverQuota = 179,
    DecisionIncomplete = 180,
    ConditionUndecided = 181,
    EnginesDisagree = 182,

    // Imports of tables.
    ImportUnknown = 190,
    ImportTakenBack = 191,
    ImportNotTakenBack = 192,
    ImportTooLarge = 193,

    // The store.
    HeadMoved = 200,
}
