using System.Globalization;

namespace MicroPoints.Api;

/// <summary>What may be wrong with a request before anything is decided. The kebab name is part of the wire contract.</summary>
internal enum Fault
{
    JsonInvalid,
    FieldInvalid,
    NumberTooPrecise,
    QueryInvalid,
    CursorInvalid,
    LimitOutOfRange,
    EtagInvalid,
    RequestInvalid,
    HostUnknown,
    KeyRequired,
    RoleNotSufficient,
    RouteUnknown,
    RegionUnknown,
    RulesetUnknown,
    YearNotCovered,
    ProofNotKept,
    MethodNotAllowed,
    PreconditionFailed,
    BodyTooLarge,
    MediaTypeUnsupported,
    RangeUnsatisfiable,
    BatchRefused,
    RateLimited,
    StoreUnavailable,
    AppendUnknown,
    TimedOut,
    Internal,
}

/// <summary>The HTTP status of each fault and refusal; the compiler demands an arm for each.</summary>
internal static class Statuses
{
    private static readonly string[] RefusalNames =
        [.. Enumerable.Range(0, Enum.GetValues<Refusal>().Max(r => (int)r) + 1).Select(i => Kebab(((Refusal)i).ToString()))];

    private static readonly string[] FaultNames = [.. Enum.GetNames<Fault>().Select(Kebab)];

    public static string Name(Refusal refusal) => RefusalNames[(int)refusal];
    public static string Name(Fault fault) => FaultNames[(int)fault];

    /// <summary><c>period-closed</c> as <c>Period closed</c>.</summary>
    public static string Title(string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('-', ' ')}");

    /// <summary><c>PeriodClosed</c> as <c>period-closed</c>.</summary>
    public static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    public static int Of(Fault fault) => fault switch
    {
        Fault.JsonInvalid or Fault.FieldInvalid or Fault.NumberTooPrecise or Fault.QueryInvalid or Fault.CursorInvalid
            or Fault.LimitOutOfRange or Fault.EtagInvalid or Fault.RequestInvalid => 400,
        Fault.KeyRequired => 401,
        Fault.RoleNotSufficient => 403,
        Fault.RouteUnknown or Fault.RegionUnknown or Fault.RulesetUnknown or Fault.YearNotCovered
            or Fault.ProofNotKept => 404,
        Fault.MethodNotAllowed => 405,
        Fault.PreconditionFailed => 412,
        Fault.BodyTooLarge => 413,
        Fault.MediaTypeUnsupported => 415,
        Fault.RangeUnsatisfiable => 416,
        Fault.HostUnknown => 421,
        Fault.BatchRefused => 422,
        Fault.RateLimited => 429,
        Fault.Internal => 500,
        Fault.StoreUnavailable or Fault.AppendUnknown => 503,
        Fault.TimedOut => 504,
    };

    public static int Of(Refusal refusal) => refusal switch
    {
        Refusal.ExistsWithDifferentNature or Refusal.ExistsWithDifferentKind or Refusal.ExistsWithDifferentOn
            or Refusal.ExistsWithDifferentExpires or Refusal.ExistsWithDifferentSubmitted
            or Refusal.ExistsWithDifferentMeasure or Refusal.ExistsWithDifferentCount
            or Refusal.ExistsWithDifferentQuantity or Refusal.ExistsWithDifferentAnswered
            or Refusal.ExistsWithDifferentSatisfied or Refusal.ExistsWithDifferentAsked
            or Refusal.ExistsWithDifferentDone or Refusal.ExistsWithDifferentOf or Refusal.ExistsWithDifferentOption
            or Refusal.ExistsWithDifferentFlag or Refusal.ExistsWithDifferentPoints or Refusal.ExistsWithDifferentKey
            or Refusal.ExistsWithDifferentPart or Refusal.ExistsWithDifferentReason
            or Refusal.ExistsWithDifferentEvidence or Refusal.ExistsWithDifferentTarget or Refusal.ExistsInPredecessor
            or Refusal.ExistsWithDifferentContent => 409,
        Refusal.ChamberUnknown or Refusal.EntryNotFound or Refusal.RoundUnknown or Refusal.KeyUnknown
            or Refusal.ObjectionUnknown or Refusal.ImportUnknown or Refusal.UseUnknown
            or Refusal.AccountUnknown or Refusal.ChamberLinkUnknown or Refusal.AdoptionUnknown => 404,
        Refusal.ChamberMerged or Refusal.ChamberDissolved or Refusal.ChamberSplit or Refusal.ChamberExists
            or Refusal.PeriodClosed or Refusal.PeriodNotClosed or Refusal.EntryIsReversal or Refusal.EntryIsNoActivity
            or Refusal.EntryAlreadyReversed or Refusal.RulesetNotAdoptable or Refusal.RulesetVersionExists
            or Refusal.NothingAdopted or Refusal.RoundExists or Refusal.RoundWrongState or Refusal.RoundNothingToRank
            or Refusal.ConditionUndecided or Refusal.EnginesDisagree or Refusal.HeadMoved or Refusal.KeyAlreadyRevoked
            or Refusal.VettingAskedAlready or Refusal.VettingIncomplete or Refusal.NoticeMissing or Refusal.NoticeRunning
            or Refusal.NoticeOutdated or Refusal.ObjectionAnsweredAlready or Refusal.ObjectionUnanswered or Refusal.ChamberOnHold
            or Refusal.ResultNotGiven or Refusal.ResultOfRehearsal or Refusal.UseWithdrawnAlready or Refusal.ScansNotKept
            or Refusal.RoundFull or Refusal.PeriodHasRound or Refusal.RoundGivenUp or Refusal.ImportTakenBack or Refusal.ImportNotTakenBack
            or Refusal.AccountNameTaken or Refusal.AccountClosed or Refusal.AccountNotClosed or Refusal.AccountLinkInvalid
            or Refusal.LastApprover or Refusal.RoleUnchanged or Refusal.ChamberLinkRevoked or Refusal.ActivitiesOutdated
            or Refusal.AdoptionNotOwn or Refusal.AdoptionInRound or Refusal.AdoptionPeriodLocked or Refusal.RulesetIsAnnual => 409,
        Refusal.NotAllowed or Refusal.NotAnAuthority => 403,
        Refusal.BatchTooLarge or Refusal.RulesetTooLarge or Refusal.ImportTooLarge or Refusal.ScanTooLarge => 413,
        Refusal.ChamberNameInvalid or Refusal.ChamberKindInvalid or Refusal.LineageInvalid or Refusal.KindUnknown
            or Refusal.MeasureMissing or Refusal.MeasureNotOfKind or Refusal.CountOutOfRange
            or Refusal.QuantityOutOfRange or Refusal.RateInconsistent or Refusal.ShareInconsistent
            or Refusal.OptionUnknown or Refusal.PointsOutOfRange or Refusal.KeyMissing or Refusal.KeyNotOfKind
            or Refusal.KeyInvalid or Refusal.PartNotOfKind or Refusal.PartInvalid or Refusal.ReasonMissing
            or Refusal.ReasonTooLong or Refusal.TextNotPlain or Refusal.EvidenceTooMany or Refusal.EvidenceRepeated or Refusal.OnInFuture
            or Refusal.OnTooEarly or Refusal.ExpiresNotOfKind or Refusal.ExpiresTooEarly or Refusal.SubmittedInFuture
            or Refusal.SettingUnknown or Refusal.SettingNotOfType or Refusal.IndicatorUnknown
            or Refusal.IndicatorAlwaysApplicable or Refusal.RegionBelowCounty or Refusal.ScopeTooLarge
            or Refusal.RegionNotACounty or Refusal.CountyNameMissing
            or Refusal.PeriodNotOfRuleset or Refusal.PeerGroupNotOfRuleset
            or Refusal.RoundPurposeUnsupported or Refusal.SelectionIneligible or Refusal.SelectionReasonMissing
            or Refusal.SelectionUnknownOutcome or Refusal.SelectionOverQuota or Refusal.DecisionIncomplete
            or Refusal.RoundStepIncomplete or Refusal.EntryIdReserved or Refusal.RulesetOfAnotherAuthority
            or Refusal.VettingBodyUnknown or Refusal.HoldUnknown or Refusal.NoticeDaysOutOfRange or Refusal.NoticeDayUnconfirmed
            or Refusal.UseRequestMissing or Refusal.ScanEmpty or Refusal.ScanFormatUnknown
            or Refusal.RulesetNotAnnual or Refusal.RulesetUnreadable
            or Refusal.RulesetUntested or Refusal.RulesetTestsFail or Refusal.AdvicePeriodOver or Refusal.NothingToReplay
            or Refusal.ActivitiesNotSuccessor or Refusal.ActivitiesUnreadable
            or Refusal.ProfileUnsupported or Refusal.AccountNameMissing or Refusal.PasswordUnfit => 422,
    };
}
