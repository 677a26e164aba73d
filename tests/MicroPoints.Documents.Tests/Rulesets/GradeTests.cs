namespace MicroPoints.Documents.Tests.Rulesets;

/// <summary>Grades in the sentences that rules use.</summary>
public sealed class GradeTests
{
    [Theory]
    [InlineData("得分90分以上为优秀，80—89分为良好，60—79分为合格，60分以下为不合格。", "优秀 90, 良好 80, 合格 60, 不合格 0")]
    [InlineData("90分（含）以上的为优秀；75分至90分（不含90分）的为良好；75分以下的为一般。", "优秀 90, 良好 75, 一般 0")]
    [InlineData("优秀：90分及以上；良好：80分及以上；一般：60分及以上；待提升：60分以下", "优秀 90, 良好 80, 一般 60, 待提升 0")]
    [InlineData("5A级950分以上，4A级901—950分，3A级851—900分", "5A级 950, 4A级 901, 3A级 851, 未定等次 0")]
    [InlineData("得分80分以上的，确定为“优秀”等次，60分以上的，确定为“合格”等次。", "优秀 80, 合格 60, 未定等次 0")]
    [InlineData("满分100分，60分以上的可以申请。", "")]
    public void A_sentence_is_read_into_grades(string sentence, string grades)
    {
        var draft = Drafted.Of(new WrittenDocument().Say("某县办法").Say(sentence).Table("项目|分值|评分标准", "会员诉求办结|100|每件得1分").Bytes());
        Assert.Equal(grades, string.Join(", ", draft.Ruleset.Grades.Select(g => $"{g.Title.Zh} {g.From}")));
        Assert.Equal(grades.Length == 0, draft.Questions.Any(q => q.Decide.Zh.Contains("没有读到等次", StringComparison.Ordinal)));
    }
}
