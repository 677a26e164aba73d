using MicroPoints.Runtime;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>What the parts of a round's page share: the round, the form that was sent, and what it came to.</summary>
public abstract class RoundPart : DeskPage
{
    [Inject]
    private IHttpContextAccessor Context { get; set; } = null!;

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
        if (answer is Answer.Refused refused) Refused = refused.Reason == Refusal.OnTooEarly && NotBefore is { } limit
            ? new Title($"没有保存：{limit.Zh}。", $"Not saved: {limit.EnOrZh}.") : RefusalWords.Of(refused.Reason, refused.Detail);
        else Desk.GoTo(to ?? View.Path);
    }
}
