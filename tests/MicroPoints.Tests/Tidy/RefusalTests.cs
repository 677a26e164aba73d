using System.Text.RegularExpressions;
using MicroPoints.Activities;
using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Tests.Streams;

namespace MicroPoints.Tests.Tidy;

/// <summary>Every refusal is produced by a test, and every value that is written somewhere keeps its number.</summary>
public sealed partial class RefusalTests
{
    /// <summary>Refusals that the core never gives, with the room that does; those rooms have their own
    /// tests.</summary>
    private static readonly Dictionary<Refusal, string> Elsewhere = new()
    {
        [Refusal.MeasureMissing] = "where wire fields are read into a measure",
        [Refusal.BatchTooLarge] = "MicroPoints.Runtime/Ledger",
        [Refusal.PeriodNotOfRuleset] = "MicroPoints.Runtime/Rounds and Standings",
        [Refusal.PeerGroupNotOfRuleset] = "MicroPoints.Runtime/Rounds",
        [Refusal.ScopeTooLarge] = "MicroPoints.Runtime/Ledger",
        [Refusal.HeadMoved] = "MicroPoints.Runtime/Streams",
        [Refusal.NothingAdopted] = "MicroPoints.Runtime/Rounds",
        [Refusal.EnginesDisagree] = "MicroPoints.Runtime/Rounds",
        [Refusal.ScansNotKept] = "MicroPoints.Runtime/Rounds",
        [Refusal.AdvicePeriodOver] = "MicroPoints.Api/Standings",
        [Refusal.NothingToReplay] = "MicroPoints.Runtime/Rulesets",
        [Refusal.RulesetUnreadable] = "MicroPoints.Runtime/Rulesets",
        [Refusal.RulesetUntested] = "MicroPoints.Runtime/Rulesets",
        [Refusal.RulesetTestsFail] = "MicroPoints.Runtime/Rulesets",
        [Refusal.ActivitiesUnreadable] = "MicroPoints.Runtime/Rulesets",
    };

    private static HashSet<string> Named(string folder) =>
        [.. Repository.Sources(folder).Where(f => !f.Contains("/Tidy/"))
        .SelectMany(f => Use().Matches(Repository.Read(f))).Select(m => m.Groups[1].Value)];

    [Fact]
    public void Every_refusal_of_the_core_is_demanded_by_a_test() => Assert.Empty(
        Enum.GetNames<Refusal>().Except(Elsewhere.Keys.Select(r => r.ToString()))
            .Except(Named("tests/MicroPoints.Tests")));

    [Fact]
    public void What_is_listed_as_elsewhere_is_never_given_by_the_core() =>
        Assert.Empty(Elsewhere.Keys.Select(r => r.ToString()).Intersect(Named("src/MicroPoints")));

    public static TheoryData<Type> Written =>
    [
        typeof(Refusal), typeof(Precision), typeof(PeriodLength), typeof(StreamType), typeof(Nature),
            typeof(MeasureType),
        typeof(Role), typeof(Because), typeof(RoundPurpose), typeof(RoundStatus), typeof(OutcomeStatus),
        typeof(VettingReply), typeof(PaperKind), typeof(ScanFormat), typeof(RoundStepKind), typeof(RoundStepState), typeof(RoundGapKind),
        typeof(TableShape),
    ];

    [Theory]
    [MemberData(nameof(Written))]
    public void Values_that_are_written_keep_their_numbers(Type type) => Golden.Check($"Enums/{type.Name}",
        string.Concat(Enum.GetValues(type).Cast<object>().Select(v => $"{Convert.ToInt32(v)} {v}\n")));

    [Fact]
    public void Every_because_has_its_own_code_and_a_phrase_in_both_languages()
    {
        var all = Enum.GetValues<Because>();
        Assert.Equal(all.Length, all.Select(b => BecauseText.Code(b)).Distinct().Count());
        Assert.All(all, b => Assert.NotNull(BecauseText.Phrase(b).En));
    }

    [GeneratedRegex(@"\bRefusal\.([A-Za-z]+)\b")]
    private static partial Regex Use();
}
