using MicroPoints.Identity;
using MicroPoints.Streams;

namespace MicroPoints.Imports;

/// <summary>Begins an import. Its id follows from the file and how it is read, so that a broken-off one goes on.</summary>
/// <param name="FileName">What people call the file.</param>
public sealed record BeginImport(ImportBegun Import, string FileName) : StreamCommand<ImportState>(new EntryId("begin"))
{
    public override Entry Content => Import;
    protected override string? Why => FileName;

    /// <summary>Refusals: who, then how many chambers, then the file's name.</summary>
    public override Decision Decide(ImportState state, Context context)
    {
        if (!context.By.MayRecord(Import.Scope)) return Decision.Refuse(Refusal.NotAllowed,
            $"{context.By.Id} ({context.By.Role}, region {context.By.Scope}) may not import for {Import.Scope}");
        if (Import.Chambers.Count > Limits.ImportChambersMax) return Decision.Refuse(Refusal.ImportTooLarge,
            $"{Import.Chambers.Count} chambers in one table: at most {Limits.ImportChambersMax}, split it");
        return PlainText.RefuseLine("a file's name", FileName) ?? Accept(context, Content, FileName);
    }
}

/// <summary>Says that every line of an import is in its ledger.</summary>
public sealed record FinishImport(ImportFinished Counts) : StreamCommand<ImportState>(new EntryId("finish"))
{
    /// <summary>Whoever finishes it a second time counted at another moment: the first count stays.</summary>
    public override Entry? Content => null;

    public override Decision Decide(ImportState state, Context context) =>
        ImportChecks.Known(state) ?? ImportChecks.NotTakenBack(state) ?? ImportChecks.May(state, context) ?? Accept(context, Counts);
}

/// <summary>Begins to take an import back, whether it came to its end or broke off.</summary>
/// <param name="Reason">Why, in words the chambers may read.</param>
public sealed record BeginUndo(string Reason) : StreamCommand<ImportState>(new EntryId("undo"))
{
    public override Entry Content => new ImportUndoBegun();
    protected override string? Why => Reason;

    /// <summary>Refusals: which import, who, then why.</summary>
    public override Decision Decide(ImportState state, Context context)
    {
        if ((ImportChecks.Known(state) ?? ImportChecks.May(state, context)) is { } refused) return refused;
        if (string.IsNullOrWhiteSpace(Reason)) return Decision.Refuse(Refusal.ReasonMissing,
            "say why the import is taken back, in words the chambers may read");
        return PlainText.RefuseLines("a reason", Reason) ?? Accept(context, Content, Reason);
    }
}

/// <summary>Says that an import is taken back as a whole.</summary>
public sealed record FinishUndo(ImportUndone Counts) : StreamCommand<ImportState>(new EntryId("undone"))
{
    public override Entry? Content => null;

    public override Decision Decide(ImportState state, Context context) =>
        ImportChecks.Known(state) ?? ImportChecks.May(state, context)
        ?? (state.UndoEntry is null
            ? Decision.Refuse(Refusal.ImportNotTakenBack, $"nobody began to take {state.Id} back: begin with a reason")
            : Accept(context, Counts));
}

/// <summary>What commands to an import have in common.</summary>
internal static class ImportChecks
{
    public static Decision? Known(ImportState state) => state.Begun is null
        ? Decision.Refuse(Refusal.ImportUnknown, $"there is no import {state.Id}: list the imports to see their ids") : null;

    public static Decision? NotTakenBack(ImportState state) => state.UndoEntry is not null
        ? Decision.Refuse(Refusal.ImportTakenBack, $"{state.Id} was taken back: import the file again") : null;

    public static Decision? May(ImportState state, Context context) => context.By.MayRecord(state.Begun!.Scope) ? null
        : Decision.Refuse(Refusal.NotAllowed,
            $"{context.By.Id} ({context.By.Role}, region {context.By.Scope}) may not import for {state.Begun.Scope}");
}
