using MicroPoints.Identity;
using MicroPoints.Imports;

namespace MicroPoints.Runtime;

/// <summary>Imports tables that a county fills: reads, previews, applies, lists and takes back.</summary>
/// <remarks>
/// Only <c>Apply</c> and <see cref="Undo"/> write, chamber by chamber, each chamber's batch all or nothing. Both may be sent
/// again after anything, and then go on where they stopped and repeat nothing. An import is a stream of its own; what it recorded
/// bears its id, so nothing is kept beside the log. Cancelled, they stop between two chambers: one that was begun is finished.
/// </remarks>
public sealed partial class ImportService(Workspace workspace, ITableFiles files)
{
    private const int AttemptsMax = 8;

    /// <summary>Reads a file's bytes, at most one more than a table may have, so that a larger one is refused without being held.</summary>
    public static async ValueTask<byte[]> ReadAll(Stream file, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        while (kept.Length <= Limits.TableBytesMax
            && await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, Limits.TableBytesMax + 1 - kept.Length)),
                cancel) is > 0 and var read)
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    /// <summary>The kind that a file is a department's list of, told by name, sheet or title; null where none says it.</summary>
    public KindId? KindOf(ReadOnlyMemory<byte> file, string name) => ListKind.Of(files.Read(file), name, workspace.Kinds);

    /// <summary>Understands a file without looking at any ledger: sheets, heading, what each column is taken for, every bad cell.</summary>
    public ValueTask<ImportedTable> Read(ReadOnlyMemory<byte> file, ImportRequest request, CancellationToken cancel) =>
        Read(Of(file), request, cancel);

    /// <summary>What <c>Apply</c> would do now; nothing is written.</summary>
    public ValueTask<ImportPreview> Preview(ReadOnlyMemory<byte> file, ImportRequest request, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel) => Preview(Of(file), request, by, progress, cancel);

    /// <summary>The same of what was typed for many chambers at once.</summary>
    public ValueTask<ImportPreview> Preview(BatchGrid grid, ImportRequest request, Actor by, CancellationToken cancel) =>
        Preview(Of(grid), request, by, null, cancel);

    private async ValueTask<ImportPreview> Preview(
        ImportSource source, ImportRequest request, Actor by, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (preview, works, after) = await Prepare(source, request, by, progress, cancel);
        if (!preview.MayBeApplied || works.Count == 0) return preview;
        var (moved, why) = await WhatIf.Totals(workspace,
            new StandingsQuery(request.Ruleset, request.Period, request.Scope, null, null, []), after, cancel);
        return preview with { Totals = moved, Notes = why is null ? preview.Notes : [.. preview.Notes, new TableNote(null, why)] };
    }

    /// <summary>Imports: what is new is recorded, what differs from an earlier import of the same cell takes its place.</summary>
    public ValueTask<ImportOutcome> Apply(ReadOnlyMemory<byte> file, ImportRequest request, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel) => Apply(Of(file), request, by, progress, cancel);

    /// <summary>The same of what was typed for many chambers at once: sent again with changes, it corrects what it recorded.</summary>
    public ValueTask<ImportOutcome> Apply(BatchGrid grid, ImportRequest request, Actor by,
        IProgress<(long Done, long Total)>? progress, CancellationToken cancel) => Apply(Of(grid), request, by, progress, cancel);

    /// <summary>The import that a file would become, or that it goes on with.</summary>
    public async ValueTask<ImportId> IdOf(ReadOnlyMemory<byte> file, ImportRequest request, CancellationToken cancel) =>
        (await NextOf(Of(file), request, cancel)).Next;

    /// <summary>The same of what was typed for many chambers at once.</summary>
    public async ValueTask<ImportId> IdOf(BatchGrid grid, ImportRequest request, CancellationToken cancel) =>
        (await NextOf(Of(grid), request, cancel)).Next;

    private async ValueTask<ImportOutcome> Apply(
        ImportSource source, ImportRequest request, Actor by, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var (preview, works, _) = await Prepare(source, request, by, null, cancel);
        if (!preview.MayBeApplied) return ImportOutcome.Refused(preview.Problems);
        var import = preview.Import!.Value;
        var changing = works.Where(w => w.Commands.Count > 0).ToList();
        var begun = await workspace.Streams.Load<ImportState>(StreamId.Of(import), cancel);
        if (changing.Count == 0 && begun.Begun is null)
            return new ImportOutcome(ImportEnd.NothingNew, await LastOf(source, request, cancel), 0, 0, preview.Notes, []);
        // What a grid names no more may still have to be taken back.
        var chambers = begun.Begun?.Chambers ?? [.. preview.Table.Chambers.Union(changing.Select(c => c.Chamber)).Order()];
        if (begun.Begun is null
            && await Begin(import, source.Digest, request, chambers, by, cancel) is { } refused) return ImportOutcome.Refused(refused);

        var (recorded, takenBack) = (0, 0);
        for (var i = 0; i < changing.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var (wrote, problem) = await Write(changing[i], import, preview.Table, by, CancellationToken.None);
            (recorded, takenBack) = (recorded + wrote.Recorded, takenBack + wrote.TakenBack);
            if (problem.Count > 0) return new ImportOutcome(ImportEnd.BrokenOff, import, recorded, takenBack, preview.Notes, problem);
            progress?.Report((i + 1, changing.Count));
        }
        var counts = await Count(import, chambers, cancel);
        var finished = await workspace.Streams.Run(StreamId.Of(import), request.Scope, by, new FinishImport(counts), cancel);
        return finished is Answer.Refused no
            ? new ImportOutcome(ImportEnd.BrokenOff, import, recorded, takenBack, preview.Notes,
                [new TableNote(null, RefusalWords.InTable(no.Reason, no.Detail))])
            : new ImportOutcome(ImportEnd.Done, import, recorded, takenBack, preview.Notes, []);
    }

    /// <summary>Every import for a scope that the actor reaches, the latest first.</summary>
    public async ValueTask<IReadOnlyList<ImportSummary>> List(RegionCode scope, Actor by, CancellationToken cancel)
    {
        var found = new List<ImportSummary>();
        foreach (var (stream, _) in await workspace.Log.Cut(RegionCode.Nation, StreamType.Import, cancel))
            if (await Find(new ImportId(stream.Name), by, cancel) is { } summary && scope.Contains(summary.Scope)) found.Add(summary);
        return [.. found.OrderByDescending(i => i.At).ThenBy(i => i.Id)];
    }

    /// <summary>One import; null where there is none that the actor reaches: both look the same.</summary>
    /// <remarks>What the file was called and why it was taken back may name people.</remarks>
    public async ValueTask<ImportSummary?> Find(ImportId import, Actor by, CancellationToken cancel) =>
        await Find(import, cancel) is not { } found || !by.Scope.Contains(found.Scope) ? null
            : by.SeesWords ? found : found with { FileName = null, Undo = found.Undo is { } undo ? undo with { Reason = null } : null };

    private async ValueTask<ImportSummary?> Find(ImportId import, CancellationToken cancel) =>
        Summary(await workspace.Streams.Load<ImportState>(StreamId.Of(import), cancel));

    private static ImportSummary? Summary(ImportState state) => state is not { Begun: { } begun, BegunEntry: { } entry } ? null
        : new ImportSummary(state.Id,
            state switch
            {
                { Undone: not null } => ImportStatus.TakenBack,
                { UndoEntry: not null } => ImportStatus.BeingTakenBack,
                { Finished: not null } => ImportStatus.Finished,
                _ => ImportStatus.Unfinished,
            },
            entry.Reason?.Text, begun.File, begun.Shape, begun.Period, begun.Scope, begun.Kind, entry.By, entry.At, begun.Chambers.Count,
            state.Finished?.Recorded, state.Finished?.TakenBack,
            state.UndoEntry is { } undo ? new ImportUndo(undo.By, undo.At, undo.Reason?.Text) : null);

    private async ValueTask<TableNote?> Begin(
        ImportId import, Digest file, ImportRequest request, IReadOnlyList<ChamberId> chambers, Actor by, CancellationToken cancel)
    {
        var name = string.Concat(request.FileName.Where(c => PlainText.ControlIn([c]) < 0));
        if (name.Length > Limits.NameLengthMax) name = name[^Limits.NameLengthMax..];
        var begun = new ImportBegun(file, request.Shape, request.Period, request.Scope, request.Kind, chambers);
        return await workspace.Streams.Run(StreamId.Of(import), request.Scope, by,
            new BeginImport(begun, name.Length > 0 ? name : "-"), cancel)
            is Answer.Refused refused ? new TableNote(null, RefusalWords.InTable(refused.Reason, refused.Detail)) : null;
    }
}
