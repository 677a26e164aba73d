using System.Text;
using System.Text.Json;

namespace MicroPoints.Cli.Tests;

/// <summary>One run of the program, and what its users may rely on.</summary>
internal sealed record Ran(string Arguments, int Code, byte[] Bytes, string Error)
{
    private static readonly string[] Insides = ["   at ", "System.", "Exception", "Unhandled", "MicroPoints.Cli."];

    public string Out => Encoding.UTF8.GetString(Bytes);

    /// <summary>All of standard output as one JSON document.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Bytes);
            return document.RootElement.Clone();
        }
    }

    /// <summary>It did what was asked, without a complaint.</summary>
    public Ran Fine()
    {
        Assert.True(Code == 0 && Error == "", $"expected 0 and no complaint: {this}");
        return this;
    }

    /// <summary>Wrong usage, a file that cannot be read, a store in use.</summary>
    public Ran CouldNotRun(params string[] saying) => Fails(1, saying);

    /// <summary>It ran, and the answer is no.</summary>
    public Ran No(params string[] saying) => Fails(2, saying);

    /// <summary>A report on standard output, whatever its verdict.</summary>
    public Ran Reports(int code, params string[] saying)
    {
        Assert.True(Code == code, $"expected {code}: {this}");
        foreach (var text in saying) Assert.Contains(text, Out);
        return this;
    }

    /// <summary>No stack trace, no name of a .NET type.</summary>
    public Ran NeverShowsItsInsides()
    {
        foreach (var inside in Insides) Assert.False((Out + Error).Contains(inside), $"'{inside}' is shown: {this}");
        return this;
    }

    public override string ToString() => $"'{Arguments}' ended with {Code}\n--- out\n{Out}\n--- error\n{Error}";

    private Ran Fails(int code, string[] saying)
    {
        Assert.True(Code == code, $"expected {code}: {this}");
        Assert.Equal("", Out);
        Assert.StartsWith("micropoints: ", Error);
        foreach (var text in saying) Assert.Contains(text, Error);
        return this;
    }
}
