namespace MicroPoints;

/// <summary>What people read: Chinese always, English beside it where there is one.</summary>
public sealed record Title(string Zh, string? En = null)
{
    /// <summary>English, or the Chinese where there is none.</summary>
    public string EnOrZh => En ?? Zh;
    public override string ToString() => Zh;

    /// <summary>The Chinese in quotation marks; those inside it become single ones.</summary>
    public string QuotedZh => Quote(Zh);

    /// <summary>The same of any Chinese words.</summary>
    public static string Quote(string zh) => $"“{zh.Replace('“', '‘').Replace('”', '’')}”";
}
