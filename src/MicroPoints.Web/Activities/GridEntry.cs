using MicroPoints.Activities;

namespace MicroPoints.Web;

/// <summary>One column that is typed in: its field, its heading, and what is chosen from where nothing is typed.</summary>
/// <param name="Mode">Which keys a phone shows.</param>
internal sealed record GridEntry(string Field, Title Heading, string? Mode, IReadOnlyList<KindOption>? Options = null, int Most = 12)
{
    /// <summary>What a row of a kind has.</summary>
    public static IReadOnlyList<GridEntry> Of(ActivityKind kind)
    {
        var columns = new List<GridEntry>(kind.Measure switch
        {
            MeasureType.Count => [new(RecordForm.Count, WithUnit("次数（数量）", "How many", kind), "numeric")],
            MeasureType.Quantity => [new(RecordForm.Quantity, WithUnit("数额", "How much", kind), "decimal", null, 16)],
            MeasureType.Rate => [new(RecordForm.Asked, new("应参评人数", "Asked"), "numeric"),
                new(RecordForm.Answered, new("实际参评", "Answered"), "numeric"), new(RecordForm.Satisfied, new("满意", "Satisfied"), "numeric")],
            MeasureType.Share => [new(RecordForm.Of, new("应完成数", "Due"), "numeric"), new(RecordForm.Done, new("已完成数", "Done"), "numeric")],
            MeasureType.Option => [new(RecordForm.Option, new("情况", "Which"), null, [.. kind.Options, .. Ending(kind)])],
            MeasureType.Flag => [new(RecordForm.Flag, new("情况", "Which"), null,
                [new("true", kind.OptionTitle("true")), new("false", kind.OptionTitle("false"))])],
            MeasureType.Points => [new(RecordForm.Points, new("分值", "Points"), "decimal")],
            _ => throw new InvalidOperationException("unknown measure"),
        });
        if (kind.Keyed) columns.Add(new(RecordForm.Key, new("对象（项目、案件）", "About (project, case)"), null, null, Limits.KeyLengthMax));
        columns.Add(new(RecordForm.Reason, kind.Measure == MeasureType.Points
            ? new("理由（没有共同事由的必填）", "Why (where there is no common occasion)")
            : new("说明（可不填）", "In words (may stay empty)"), null, null, Limits.NameLengthMax));
        return columns;
    }

    private static Title WithUnit(string zh, string en, ActivityKind kind) =>
        kind.Unit is { } unit ? new($"{zh}，{unit}", $"{en}, {unit}") : new(zh, en);

    private static KindOption[] Ending(ActivityKind kind) =>
        kind.Nature == Nature.State ? [new(ActivityKind.Ended, kind.OptionTitle(ActivityKind.Ended))] : [];
}
