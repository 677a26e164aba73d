namespace MicroPoints.Tests.Values;

/// <summary>Quotation marks inside quotation marks are single ones.</summary>
public sealed class TitleTests
{
    [Theory]
    [InlineData("走访", "“走访”")]
    [InlineData("“四好”商会", "“‘四好’商会”")]
    [InlineData("党务、会务、财务“三公开”", "“党务、会务、财务‘三公开’”")]
    public void A_quoted_title_has_single_marks_inside(string title, string quoted) => Assert.Equal(quoted, new Title(title).QuotedZh);
}
