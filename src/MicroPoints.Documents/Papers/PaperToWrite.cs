namespace MicroPoints.Documents;

/// <summary>A paper before it is a file: what it says, in the layout that county offices use.</summary>
/// <param name="Blocks">From top to bottom.</param>
public sealed record PaperToWrite(IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>What stands above every page, such as 程序生成，非真实数据.</summary>
    public IReadOnlyList<string> AboveEveryPage { get; init; } = [];

    /// <summary>A3 lying, for tables with many columns; else A4 standing.</summary>
    public bool IsWide { get; init; }
}

/// <summary>One part of a paper.</summary>
public abstract record PaperBlock
{
    /// <summary>标题: centred.</summary>
    public sealed record Head(string Text) : PaperBlock;

    /// <summary>文号 or a line under the title: centred.</summary>
    public sealed record Middle(string Text) : PaperBlock;

    /// <summary>一级标题 (黑体) or 二级标题 (楷体).</summary>
    public sealed record Heading(string Text, bool IsSecond = false) : PaperBlock;

    /// <summary>A paragraph, indented by two characters.</summary>
    public sealed record Words(string Text) : PaperBlock;

    /// <summary>Whom a letter is to: not indented.</summary>
    public sealed record To(string Text) : PaperBlock;

    /// <summary>Signature and day, at the right.</summary>
    public sealed record Signed(string Text) : PaperBlock;

    /// <summary>A remark in the size of tables.</summary>
    public sealed record Remark(string Text) : PaperBlock;

    public sealed record Table(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows) : PaperBlock;

    /// <summary>Boxes to write and sign in, each with what belongs there.</summary>
    public sealed record Boxes(IReadOnlyList<(string Label, string Words)> Rows, bool AreTall) : PaperBlock;

    public sealed record NextPage : PaperBlock;
}

/// <param name="Width">As a share of the sum of all.</param>
/// <param name="MergesSame">Rows that follow one another with the same text are one cell, inside the one to its left.</param>
public sealed record PaperColumn(string Heading, int Width, bool IsNumber = false, bool MergesSame = false);

/// <param name="IsStrong">A line that sums up or opens a group.</param>
public sealed record PaperRow(IReadOnlyList<string> Cells, bool IsStrong = false)
{
    public static PaperRow Of(params IReadOnlyList<string> cells) => new(cells);
    public static PaperRow Strong(params IReadOnlyList<string> cells) => new(cells, true);
}

/// <summary>A paper as a file.</summary>
public sealed record PaperFile(string Name, byte[] Bytes)
{
    public const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
