using System.Globalization;
using System.Text.Json;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>What imports come to, as people and programs read it.</summary>
internal static class ImportText
{
    public static void Print(Output output, ImportPreview preview)
    {
        if (output.IsJson) { Output.Object(json => Write(json, preview)); return; }
        foreach (var note in preview.Notes) Output.Line(note.ToString());
        Output.Table(["单元格", "商会", "事项", "对象", "原来", "现在", "处理"], preview.Chambers.SelectMany(c => c.Lines
            .Where(l => l.Kind != LineKind.Already).Select(l => (string[])[l.Place.ToString(), c.Name, l.Activity.Title.Zh, l.Key ?? "",
                l.Was is { } was ? MeasuredText.Of(was, l.Activity).Zh : "", l.Now is { } now ? MeasuredText.Of(now, l.Activity).Zh
                    : "", Word(l.Kind)])));
        if (preview.Totals is { } totals) Output.Table(["商会", ">现在总分", ">导入后", "现在等次", "导入后等次"], totals.Select(t => (string[])[
            t.Name, t.Before.ToFixed(), t.After.ToFixed(), t.GradeBefore?.Zh ?? "", t.GradeAfter?.Zh ?? ""]));
        Output.Line($"将新登记 {preview.Count(LineKind.New)} 条，更正 {preview.Count(LineKind.Corrects)} 条，"
            + $"撤回 {preview.Count(LineKind.TakesBack)} 条，原有 {preview.Count(LineKind.Already)} 条；"
            + "这是预览，没有写入 (a preview; nothing was written)");
    }

    public static void Print(Output output, ImportOutcome outcome)
    {
        if (output.IsJson)
        {
            Output.Object(json =>
            {
                json.WriteString("end", Words.Kebab(outcome.End.ToString()));
                if (outcome.Import is { } import) json.WriteString("import", import.Value);
                json.WriteNumber("recorded", outcome.Recorded);
                json.WriteNumber("takenBack", outcome.TakenBack);
                Notes(json, outcome.Notes);
            });
            return;
        }
        foreach (var note in outcome.Notes) Output.Line(note.ToString());
        Output.Line(outcome.End == ImportEnd.NothingNew
            ? $"{outcome.Import}：都已有记录，没有新写入 (nothing new)"
            : $"{outcome.Import}：新登记 {outcome.Recorded} 条，更正或撤回 {outcome.TakenBack} 条 "
                + $"({outcome.Recorded} recorded, {outcome.TakenBack} taken back)");
    }

    public static string Status(ImportStatus status) => status switch
    {
        ImportStatus.Finished => "已完成 finished",
        ImportStatus.Unfinished => "未完成 unfinished",
        ImportStatus.BeingTakenBack => "撤销中 being taken back",
        ImportStatus.TakenBack => "已撤销 taken back",
        _ => throw new InvariantException("unknown status"),
    };

    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Word(LineKind kind) => kind switch
    {
        LineKind.New => "新登记 new",
        LineKind.Already => "已有 already",
        LineKind.Corrects => "更正 corrects",
        LineKind.TakesBack => "撤回 takes back",
        _ => throw new InvariantException("unknown kind of line"),
    };

    private static void Write(Utf8JsonWriter json, ImportPreview preview)
    {
        json.WriteNumber("new", preview.Count(LineKind.New));
        json.WriteNumber("corrects", preview.Count(LineKind.Corrects));
        json.WriteNumber("takesBack", preview.Count(LineKind.TakesBack));
        json.WriteNumber("already", preview.Count(LineKind.Already));
        json.WriteStartArray("lines");
        foreach (var line in preview.Chambers.SelectMany(c => c.Lines, (c, l) => (c.Chamber, Line: l)))
        {
            json.WriteStartObject();
            json.WriteString("cell", line.Line.Place.ToString());
            json.WriteString("chamber", line.Chamber.Value);
            json.WriteString("kind", line.Line.Activity.Id.Value);
            if (line.Line.Key is { } key) json.WriteString("key", key);
            if (line.Line.Was is { } was) json.WriteString("was", MeasuredText.Of(was, line.Line.Activity).Zh);
            if (line.Line.Now is { } now) json.WriteString("now", MeasuredText.Of(now, line.Line.Activity).Zh);
            json.WriteString("does", Words.Kebab(line.Line.Kind.ToString()));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("totals");
        foreach (var total in preview.Totals ?? [])
        {
            json.WriteStartObject();
            json.WriteString("chamber", total.Chamber.Value);
            json.WriteNumber("before", total.Before.Hundredths / 100m);
            json.WriteNumber("after", total.After.Hundredths / 100m);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Notes(json, preview.Notes);
    }

    private static void Notes(Utf8JsonWriter json, IReadOnlyList<TableNote> notes)
    {
        json.WriteStartArray("notes");
        foreach (var note in notes) json.WriteStringValue(note.ToString());
        json.WriteEndArray();
    }
}
