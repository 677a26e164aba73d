namespace MicroPoints.Web;

/// <summary>What the pages show, and to whom.</summary>
/// <param name="IsPublic">False: whoever has not signed in sees the product's name and that it runs, nothing else.</param>
/// <param name="Scope">Whose chambers.</param>
/// <param name="Period">Null: the one that today lies in.</param>
public sealed record PageOptions(bool IsPublic, RegionCode Scope, Period? Period = null)
{
    /// <summary>Where the keys are kept that cookies and forms are protected with; null: in this process alone.</summary>
    public string? Keys { get; init; }

    /// <summary>Where files wait that were sent and not imported yet; null: in a folder of this process.</summary>
    public string? Uploads { get; init; }

    /// <summary>Whether pages answer other machines than this one: the administrator turned that on, with TLS.</summary>
    public bool IsOnNetwork { get; init; }

    /// <summary>What addresses that are handed on begin with; null: as the page itself was asked for.</summary>
    public string? Address { get; init; }

    /// <summary>What the names of its cookies end in, so that several desks of one machine do not take each other's.</summary>
    public string CookieMark { get; init; } = "desk";

    internal string SessionCookie => $"mp-desk-{CookieMark}";
    internal string FormCookie => $"mp-form-{CookieMark}";
    internal string LanguageCookie => $"mp-lang-{CookieMark}";
    internal string YearCookie => $"mp-year-{CookieMark}";

    /// <summary>How long a page is waited for before it shows the progress of what was begun instead.</summary>
    public TimeSpan AnswersWithin { get; init; } = Moment;

    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>What opens the desk without an account, for the demo alone; null: nothing does.</summary>
    public string? DemoTicket { get; init; }
}
