using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>What the parts of a round's page share: the round, the form that was sent, and what it came to.</summary>
public abstract class RoundPart : DeskPage
{
    private const string ForgeryToken = "__RequestVerificationToken";
    private static readonly Title ToRound = new("回到年度评价", "Back to the round");

    [Inject]
    private IHttpContextAccessor Context { get; set; } = null!;

    [Inject]
    private LongWorks Works { get; set; } = null!;

    [Parameter, EditorRequired]
    public RoundView View { get; set; } = null!;

    /// <summary>Why what was sent was not taken; null where nothing was, or it was.</summary>
    protected Title? Refused { get; private set; }

    protected RoundService Rounds => Workspace.Rounds;
    protected RoundId Id => View.Id;

    private IFormCollection? Form => Context.HttpContext is { Request.HasFormContentType: true } http ? http.Request.Form : null;

    protected string? Sent(string field) => Form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Every value that was ticked under a name.</summary>
    protected IReadOnlyList<string> SentAll(string field) => [.. (Form?[field] ?? default).OfType<string>().Where(v => v.Length > 0)];

    /// <summary>The file that was chosen under a name; null where none was.</summary>
    protected IFormFile? SentFile(string field) => Form?.Files[field];

    /// <summary>What was typed, where it was refused; else a first proposal.</summary>
    protected string? Given(string field, string? first = null) => Refused is null ? first : Sent(field) ?? first;

    /// <summary>An id that this form is known by, so that sending it twice does it once.</summary>
    protected EntryId SentId => Sent(RecordForm.Id) is { } id && EntryId.IsValid(id) ? new EntryId(id) : new EntryId(RecordForm.NewId());

    protected DateOnly? SentDay(string field) => Calendar.TryParseDay(Sent(field) ?? "", out var day) ? day : null;

    protected ChamberId? SentChamber(string field) =>
        Sent(field) is { } text && ChamberId.IsValid(text) && View.Names.ContainsKey(new ChamberId(text)) ? new ChamberId(text) : null;

    /// <summary>What a day that is given here may not be before; null where no day of this form depends on another.</summary>
    protected virtual Title? NotBefore => null;

    protected void Refuse(string zh, string en) => Refused = new Title(zh, en);

    /// <summary>Goes on to the round as it is now, or says why nothing was done.</summary>
    /// <param name="to">Another page to go on to.</param>
    protected void Finish(Answer answer, string? to = null)
    {
        if (answer is Answer.Refused refused) Refused = Words(refused, NotBefore);
        else Desk.GoTo(to ?? View.Path);
    }

    /// <summary>Takes a step that goes over all chambers: whoever would wait long is taken to its progress.</summary>
    /// <param name="what">As it goes on after 正在.</param>
    /// <param name="take">Nothing of the request may be used in it.</param>
    protected async Task Take(Title what, Func<RoundService, IProgress<(long Done, long Total)>, CancellationToken, Task<Answer>> take)
    {
        var (rounds, path, limit) = (Rounds, View.Path, NotBefore);
        // The same form sent twice is one piece of work; another's is another.
        var sent = Digest.OfText(string.Join('\n', (Form ?? FormCollection.Empty).Where(f => f.Key != ForgeryToken)
            .Select(f => $"{f.Key}={f.Value}").Order(StringComparer.Ordinal)));
        var begun = await Works.Run(new WorkToDo($"round {Id} {sent}",
            new Title($"{what.Zh}：{View.Name.Zh}", $"{what.EnOrZh}: {View.Name.EnOrZh}"), Desk.Actor,
            View.State.Opened!.Scope, path), (progress, stop) => take(rounds, progress, stop), answer => EndOf(answer, path, limit));
        if (begun.Result is { } soon) Finish(soon);
        else Desk.GoTo(begun.Work.Path);
    }

    private static WorkEnd EndOf(Answer answer, string path, Title? limit) => answer is Answer.Refused refused
        ? new WorkEnd(false, Words(refused, limit), [], path, ToRound)
        : new WorkEnd(true, new Title("这一步已经办好。", "This step is done."), [], path, ToRound);

    private static Title Words(Answer.Refused refused, Title? limit) => refused.Reason == Refusal.OnTooEarly && limit is not null
        ? new Title($"没有保存：{limit.Zh}。", $"Not saved: {limit.EnOrZh}.") : RefusalWords.Of(refused.Reason, refused.Detail);
}
