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
    AccountUnknown = 64,
    AccountNameMissing = 65,
    AccountNameTaken = 66,
    AccountClosed = 67,
    AccountNotClosed = 68,
    AccountLinkInvalid = 69,
    PasswordUnfit = 70,
    LastApprover = 71,
    RoleUnchanged = 72,
    ChamberLinkUnknown = 73,
    ChamberLinkRevoked = 74,

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
    RegionNotACounty = 163,
    CountyNameMissing = 164,

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
    RoundStepIncomplete = 183,
    EntryIdReserved = 184,
    RulesetOfAnotherAuthority = 185,
    VettingBodyUnknown = 186,
    VettingAskedAlready = 187,
    VettingIncomplete = 188,
    HoldUnknown = 189,
    ChamberOnHold = 190,
    NoticeMissing = 191,
    NoticeDaysOutOfRange = 192,
    NoticeDayUnconfirmed = 193,
    NoticeRunning = 194,
    NoticeOutdated = 195,
    ObjectionUnknown = 196,
    ObjectionAnsweredAlready = 197,
    ObjectionUnanswered = 198,
    RoundFull = 199,
    ResultNotGiven = 201,
    ResultOfRehearsal = 202,
    UseUnknown = 203,
    UseWithdrawnAlready = 204,
    UseRequestMissing = 205,

    // Imports of tables.
    ImportUnknown = 210,
    ImportTakenBack = 211,
    ImportNotTakenBack = 212,
    ImportTooLarge = 213,

    // Files of papers.
    ScanEmpty = 220,
    ScanTooLarge = 221,
    ScanFormatUnknown = 222,
    ScansNotKept = 223,

    // A county's own profile.
    ProfileUnsupported = 250,

    // A second annual round of a scope's period.
    PeriodHasRound = 255,

    // A round that was given up.
    RoundGivenUp = 265,

    // Publishing and adopting.
    AdoptionUnknown = 256,
    RulesetNotAnnual = 257,
    RulesetUnreadable = 258,
    RulesetUntested = 259,
    RulesetTestsFail = 260,

    // Advice.
    AdvicePeriodOver = 270,

    // Impact.
    NothingToReplay = 271,

    // The next activities file.
    ActivitiesNotSuccessor = 275,
    ActivitiesUnreadable = 276,
    ActivitiesOutdated = 277,

    // Ending an adoption.
    AdoptionNotOwn = 278,
    AdoptionInRound = 279,
    AdoptionPeriodLocked = 280,
    RulesetIsAnnual = 281,

    // The store.
    HeadMoved = 200,
}
