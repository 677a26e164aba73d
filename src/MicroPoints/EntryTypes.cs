using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints;

/// <summary>The register of entry types: every name and version that was ever written can be read for ever.</summary>
public static class EntryTypes
{
    private delegate Entry Reader(ref CanonicalReader reader);

    private static readonly Dictionary<string, Reader> Readers = new()
    {
        [ChamberRegistered.Type] = ChamberRegistered.Read,
        [ChamberRenamed.Type] = ChamberRenamed.Read,
        [ChamberAttributeSet.Type] = ChamberAttributeSet.Read,
        [ChamberDissolved.Type] = ChamberDissolved.Read,
        [ChamberMerged.Type] = ChamberMerged.Read,
        [ChamberSplit.Type] = ChamberSplit.Read,
        [ChamberSucceeded.Type] = ChamberSucceeded.Read,
        [ActivityRecorded.Type] = ActivityRecorded.Read,
        [ActivityReversed.Type] = ActivityReversed.Read,
        [ActivityCarried.Type] = ActivityCarried.Read,
        [PeriodClosed.Type] = PeriodClosed.Read,
        [LateWindowOpened.Type] = LateWindowOpened.Read,
        [RulesetPublished.Type] = RulesetPublished.Read,
        [RulesetAdopted.Type] = RulesetAdopted.Read,
        [NotApplicableDeclared.Type] = NotApplicableDeclared.Read,
        [CountyNamed.Type] = CountyNamed.Read,
        [ProfileChosen.Type] = ProfileChosen.Read,
        [ImpactAttached.Type] = ImpactAttached.Read,
        [AnnualRulesetChosen.Type] = AnnualRulesetChosen.Read,
        [AdoptionEnded.Type] = AdoptionEnded.Read,
        [RoundOpened.Type] = RoundOpened.Read,
        [RoundApplied.Type] = RoundApplied.Read,
        [RoundLocked.Type] = RoundLocked.Read,
        [RoundRecomputed.Type] = RoundRecomputed.Read,
        [RoundVettingAsked.Type] = RoundVettingAsked.Read,
        [RoundVettingReplied.Type] = RoundVettingReplied.Read,
        [RoundHoldReleased.Type] = RoundHoldReleased.Read,
        [RoundNoticed.Type] = RoundNoticed.Read,
        [RoundObjectionReceived.Type] = RoundObjectionReceived.Read,
        [RoundObjectionAnswered.Type] = RoundObjectionAnswered.Read,
        [RoundPaperAttached.Type] = RoundPaperAttached.Read,
        [RoundScanAttached.Type] = RoundScanAttached.Read,
        [RoundDecided.Type] = RoundDecided.Read,
        [RoundSealed.Type] = RoundSealed.Read,
        [RoundResultUsed.Type] = RoundResultUsed.Read,
        [RoundUseWithdrawn.Type] = RoundUseWithdrawn.Read,
        [RoundAbandoned.Type] = RoundAbandoned.Read,
        [KeyIssued.Type] = KeyIssued.Read,
        [KeyRevoked.Type] = KeyRevoked.Read,
        [ImportBegun.Type] = ImportBegun.Read,
        [ImportFinished.Type] = ImportFinished.Read,
        [ImportUndoBegun.Type] = ImportUndoBegun.Read,
        [ImportUndone.Type] = ImportUndone.Read,
        [AccountOpened.Type] = AccountOpened.Read,
        [AccountLinkIssued.Type] = AccountLinkIssued.Read,
        [PasswordSet.Type] = PasswordSet.Read,
        [SessionsEnded.Type] = SessionsEnded.Read,
        [RoleChanged.Type] = RoleChanged.Read,
        [AccountClosed.Type] = AccountClosed.Read,
        [AccountReopened.Type] = AccountReopened.Read,
        [ChamberLinkIssued.Type] = ChamberLinkIssued.Read,
        [ChamberLinkRevoked.Type] = ChamberLinkRevoked.Read,
    };

    /// <summary>Every registered name, in order.</summary>
    public static IEnumerable<string> Names => Readers.Keys.Order(StringComparer.Ordinal);

    public static Entry Read(string typeName, ref CanonicalReader reader) =>
        Readers.TryGetValue(typeName, out var read)
            ? read(ref reader)
            : throw new CanonicalException($"'{typeName}' is not an entry type this version knows; a newer version may have written it");
}
