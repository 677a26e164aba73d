using MicroPoints.Runtime;

namespace MicroPoints.Web.Tests;

/// <summary>What is refused at a form is said in Chinese, whatever it is.</summary>
public sealed class RefusalWordsTests
{
    private const string Detail = "the program's own sentence";

    /// <summary>What no form of the desk sends anything to.</summary>
    private static readonly Refusal[] OfNoForm =
    [
        // Lineage, keys of the API, single declarations and settings of a ruleset are the command line's and the API's.
        Refusal.LineageInvalid, Refusal.KeyUnknown, Refusal.KeyAlreadyRevoked, Refusal.SettingUnknown, Refusal.SettingNotOfType,
        Refusal.IndicatorUnknown, Refusal.IndicatorAlwaysApplicable, Refusal.PeerGroupNotOfRuleset,
    ];

    [Fact]
    public void Every_refusal_that_a_form_can_meet_has_words_of_its_own_in_Chinese() =>
        Assert.Equal(OfNoForm.Order(), Enum.GetValues<Refusal>().Where(IsSaidByTheDetailAlone).Order());

    [Fact]
    public void A_name_that_is_too_long_is_told_how_long_it_may_be() =>
        Assert.Contains($"{Limits.NameLengthMax} 个字", RefusalWords.Of(Refusal.ChamberNameInvalid, Detail).Zh, StringComparison.Ordinal);

    [Fact]
    public void What_was_only_asked_is_never_called_unsaved() => Assert.All(Enum.GetValues<Refusal>(), reason =>
    {
        var words = RefusalWords.OfQuestion(reason, Detail);
        Assert.DoesNotContain("没有保存", words.Zh, StringComparison.Ordinal);
        Assert.Equal(Detail, words.En);
    });

    private static bool IsSaidByTheDetailAlone(Refusal reason) =>
        RefusalWords.Of(reason, Detail).Zh.Contains(Detail, StringComparison.Ordinal);
}
