using System.CommandLine;
using MicroPoints.Cli.Terminal;
using MicroPoints.Runtime;

namespace MicroPoints.Cli;

/// <summary>Lists every import, the latest first.</summary>
internal static class ListImports
{
    public static Command Build() => new Verb("list", "what was imported, by whom, and what was taken back 导入记录",
        "import list --data data", "import list --scope 990101 --output json").With(ImportOptions.Scope).Does(Run, Reach.Store);

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        await using var store = await OpenStore.OpenExisting(parsed, cancel);
        var scope = parsed.GetResult(ImportOptions.Scope) is null ? RegionCode.Nation : parsed.GetValue(ImportOptions.Scope);
        var imports = await store.Workspace.Imports.List(scope, Common.Actor(parsed), cancel);
        if (Common.Output(parsed).IsJson) { Output.Object(json => Write(json, imports)); return ExitCode.Fine; }
        Output.Table(["编号 id", "文件 file", "期间", "登记人", "时间", ">商会", ">登记", ">更正", "状态", "撤销理由"], imports.Select(i => (string[])[
            i.Id.Value, i.FileName ?? "", i.Period.ToString(), i.By.Value, Calendar.Text(i.At), ImportText.Number(i.Chambers),
            ImportText.Number(i.Recorded), ImportText.Number(i.Corrected), ImportText.Status(i.Status), i.Undo?.Reason ?? ""]));
        return ExitCode.Fine;
    }

    private static void Write(System.Text.Json.Utf8JsonWriter json, IReadOnlyList<ImportSummary> imports)
    {
        json.WriteStartArray("imports");
        foreach (var import in imports)
        {
            json.WriteStartObject();
            json.WriteString("id", import.Id.Value);
            json.WriteString("status", Words.Kebab(import.Status.ToString()));
            if (import.FileName is { } name) json.WriteString("file", name);
            json.WriteString("digest", import.File.ToString());
            json.WriteString("shape", Words.Kebab(import.Shape.ToString()));
            json.WriteString("period", import.Period.ToString());
            if (import.Kind is { } kind) json.WriteString("kind", kind.Value);
            json.WriteString("by", import.By.Value);
            json.WriteString("at", Calendar.Text(import.At));
            json.WriteNumber("chambers", import.Chambers);
            if (import.Recorded is { } recorded) json.WriteNumber("recorded", recorded);
            if (import.Corrected is { } corrected) json.WriteNumber("corrected", corrected);
            if (import.Undo is { Reason: { } reason }) json.WriteString("undoReason", reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
