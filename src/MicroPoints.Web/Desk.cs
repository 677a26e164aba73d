using System.Globalization;
using MicroPoints.Identity;
using MicroPoints.Runtime;
using Microsoft.AspNetCore.Http;

namespace MicroPoints.Web;

/// <summary>Whose desk it is in this request, and in which language.</summary>
public sealed class Desk(IHttpContextAccessor http, Workspace workspace, PageOptions options)
{
    public const string Home = "/desk";
    internal const string English = "en";

    private HttpContext Http => http.HttpContext ?? throw new InvariantException("a page is written for a request");

    /// <summary>Who is signed in.</summary>
    public Actor Actor => DeskSession.From(Http.User)?.Actor
        ?? throw new InvariantException("a page of the desk is for somebody signed in");

    /// <summary>What the one signed in is called.</summary>
    public string Name => DeskSession.From(Http.User)?.Name ?? "";

    /// <summary>This sign-in; null where nobody is signed in.</summary>
    internal DeskSession? Session => DeskSession.From(Http.User);

    public bool IsSignedIn => Http.User.Identity?.IsAuthenticated == true;

    public bool MayRecord => Actor.Role is Role.Clerk or Role.Approver;
    public bool MayApprove => Actor.Role is Role.Approver;

    /// <summary>Whether notes and reasons are shown, which may name people: to those who work on rounds, and to auditors.</summary>
    public bool SeesWords => Actor.SeesWords;

    /// <summary>The chambers that the desk is about: those that the account reaches.</summary>
    public RegionCode Scope => !Actor.Scope.IsNation ? Actor.Scope
        : !options.Scope.IsNation ? options.Scope : workspace.Regions.County?.County ?? RegionCode.Nation;

    /// <summary>Nobody has said yet which county this is, and the one signed in may.</summary>
    public bool IsNew => MayApprove && Scope.IsNation;

    public Workspace Workspace => workspace;
    public CancellationToken Cancel => Http.RequestAborted;
    public string Path => Http.Request.Path + Http.Request.QueryString;

    /// <summary>The period that is worked on: the demo's, the year that was chosen, or the one today lies in.</summary>
    public Period Period => options.Period ?? Period.Year(
        int.TryParse(Http.Request.Cookies[options.YearCookie], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen)
            && Years.Contains(chosen) ? chosen : workspace.Today.Year);

    /// <summary>The years that may be worked on, the latest first; one where there is nothing to choose.</summary>
    public IReadOnlyList<int> Years => options.Period is { } fixedOne ? [fixedOne.From.Year]
        : [workspace.Today.Year, workspace.Today.Year - 1, workspace.Today.Year - 2];

    /// <summary>The day that a form proposes: today; of a period that is over, its last, so that nothing slips into the next.</summary>
    public DateOnly UsualDay => workspace.Today > Period.LastDay ? Period.LastDay : workspace.Today;

    public bool IsEnglish => Http.Request.Cookies[options.LanguageCookie] == English;

    /// <summary>Chinese, or the English beside it where that was chosen.</summary>
    public string T(string zh, string en) => IsEnglish ? en : zh;

    public string T(Title title) => IsEnglish ? title.EnOrZh : title.Zh;

    /// <summary>A day in a sentence: 2026年3月5日.</summary>
    public string Day(DateOnly day) => IsEnglish ? Calendar.Text(day) : Calendar.Zh(day);

    /// <summary>The same of what is known to the day, month, quarter or year.</summary>
    public string Day(On on) => IsEnglish ? on.ToString() : on.Precision switch
    {
        Precision.Day => Calendar.Zh(on.Last),
        Precision.Month => $"{on.Last.Year}年{on.Last.Month}月",
        Precision.Quarter => $"{on.Last.Year}年第{on.Last.Month / 3}季度",
        _ => $"{on.Last.Year}年",
    };

    /// <summary>A minute of a day in a sentence, in Shanghai.</summary>
    public string Day(DateTimeOffset at) => $"{Day(Calendar.DayOf(at))} {TimeOf(at)}";

    /// <summary>A day in a table or a list, where days stand below one another: 2026-03-05.</summary>
    public static string TableDay(DateOnly day) => Calendar.Text(day);

    /// <inheritdoc cref="TableDay(DateOnly)"/>
    public string TableDay(On on) => on.Precision == Precision.Quarter ? Day(on) : on.ToString();

    /// <inheritdoc cref="TableDay(DateOnly)"/>
    public static string TableDay(DateTimeOffset at) => $"{TableDay(Calendar.DayOf(at))} {TimeOf(at)}";

    private static string TimeOf(DateTimeOffset at) =>
        at.ToOffset(Calendar.ShanghaiOffset).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Sends the browser to another page.</summary>
    public void GoTo(string path) => Http.Response.Redirect(path);

    /// <summary>Something that is not there for this desk: unknown, or another's.</summary>
    /// <remarks>The status is set when the answer begins: a page that has it earlier is sent without its words.</remarks>
    public void NotFound() => Http.Response.OnStarting(() =>
    {
        Http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public void Status(int status) => Http.Response.StatusCode = status;
}
