using MicroPoints.Activities;
using MicroPoints.Ledger;

namespace MicroPoints.Documents;

/// <summary>An activity to record, as a table has it.</summary>
public sealed record ActivityRow(long Line, ChamberId Chamber, RecordActivity Record);

/// <summary>Reads activities from a table, all bad cells at once.</summary>
public static class ActivityRows
{
    private static readonly Dictionary<string, string[]> Columns = new()
    {
        ["chamber"] = ["商会", "商会编号"],
        ["id"] = ["编号"],
        ["kind"] = ["事项", "积分事项"],
        ["on"] = ["日期", "发生日期"],
        ["count"] = ["次数", "数量"],
        ["quantity"] = ["数额"],
        ["answered"] = ["参评"],
        ["satisfied"] = ["满意"],
        ["asked"] = ["应评"],
        ["done"] = ["完成"],
        ["of"] = ["应完成"],
        ["option"] = ["选项"],
        ["flag"] = ["是否"],
        ["points"] = ["分值"],
        ["key"] = ["对象"],
        ["part"] = ["份额"],
        ["expires"] = ["有效期至"],
        ["submitted"] = ["申报日期"],
        ["reason"] = ["说明", "理由"],
        ["evidence"] = ["佐证"],
    };

    public static (IReadOnlyList<ActivityRow> Rows, IReadOnlyList<TableProblem> Problems) Read(
        ReadOnlyMemory<byte> bytes, KindCatalogue kinds)
    {
        var table = HeadedTable.Read(bytes, Columns, ["chamber", "kind", "on"]);
        var problems = new List<TableProblem>(table.Problems);
        if (problems.Count > 0) return ([], problems);
        var seen = new Dictionary<Digest, int>();
        var rows = table.Rows.Select(r => Row(new RowReader(r, problems), kinds, seen)).OfType<ActivityRow>().ToList();
        var contradictions = rows.GroupBy(r => (r.Chamber, r.Record.Id)).SelectMany(Contradictions).ToList();
        problems.AddRange(contradictions);
        return ([.. rows.ExceptBy(contradictions.Select(c => c.Line), r => r.Line)], problems);
    }

    private static ActivityRow? Row(RowReader row, KindCatalogue kinds, Dictionary<Digest, int> seen)
    {
        var chamber = row.Id("chamber", id => ChamberId.IsValid(id), id => new ChamberId(id));
        var kindId = row.Id("kind", id => KindId.IsValid(id), id => new KindId(id));
        var kind = kindId is { } id ? kinds.Find(id) : null;
        if (kindId is not null && kind is null) row.Bad(
            "kind", $"'{kindId}' is not an activity kind of activities {kinds.Version}");
        var on = row.On("on");
        var measured = kind is null ? null : MeasuredCells.Read(row, kind);
        var (expires, submitted, part, evidence) = (row.Day("expires"), row.Day("submitted"), Part(row), Evidence(row));
        if (row.Text("id") is { } given && !EntryId.IsValid(given)) row.Bad("id", $"'{given}' is not an id");
        if (!row.IsGood || measured is null) return null;

        var record = new RecordActivity(new EntryId("row"), kindId!.Value, on!.Value, measured, expires, submitted,
            row.Text("key"), part, row.Text("reason"), evidence);
        return new ActivityRow(row.Line, chamber!.Value, record with { Id = IdOf(row, chamber.Value, record, seen) });
    }

    /// <summary>Seen here because a long file is judged in parts: an id that comes again must say the same.</summary>
    private static IEnumerable<TableProblem> Contradictions(IEnumerable<ActivityRow> sameId)
    {
        var (first, others) = (sameId.First(), sameId.Skip(1));
        return others.Where(r => ContentId.Content(r.Chamber, r.Record) != ContentId.Content(first.Chamber, first.Record))
            .Select(r => new TableProblem(
                r.Line, "id", $"'{r.Record.Id}' of {r.Chamber} stands on line {first.Line} with other content"));
    }

    /// <summary>A row without an id gets one from its content, so that importing the same file again records nothing twice.</summary>
    private static EntryId IdOf(RowReader row, ChamberId chamber, RecordActivity record, Dictionary<Digest, int> seen)
    {
        if (row.Text("id") is { } given) return new EntryId(given);
        var content = ContentId.Content(chamber, record);
        return ContentId.Of(chamber, record, seen[content] = seen.GetValueOrDefault(content) + 1);
    }

    private static Part? Part(RowReader row)
    {
        if (row.Text("part") is not { } text) return null;
        if (MicroPoints.Activities.Part.TryParse(text, out var part)) return part;
        row.Bad("part", $"'{text}' is not a part such as 1/2, of at most {Limits.PartOfMax}");
        return null;
    }

    private static List<Digest> Evidence(RowReader row)
    {
        var digests = new List<Digest>();
        foreach (var text in (row.Text("evidence") ?? "").Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries))
            if (Digest.TryParse(text.StartsWith("sha256:", StringComparison.Ordinal)
                ? text[7..] : text, out var digest)) digests.Add(digest);
            else row.Bad("evidence", $"'{text}' is not a SHA-256 digest of 64 hex digits");
        return digests;
    }
}
