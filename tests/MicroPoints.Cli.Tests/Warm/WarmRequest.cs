namespace MicroPoints.Cli.Tests.Warm;

/// <summary>One command line that a warm program is asked to run, and the files that take what it writes.</summary>
/// <param name="Environment">Variables that are set for this command line alone.</param>
internal sealed record WarmRequest(
    string Directory, string OutputFile, string ErrorFile, string[] Arguments, (string Name, string Value)[] Environment)
{
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        string[] words = [Directory, OutputFile, ErrorFile, .. Environment.SelectMany(v => (string[])[v.Name, v.Value]), .. Arguments];
        writer.Write(words.Length);
        writer.Write(Environment.Length);
        foreach (var word in words) writer.Write(word);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Null where nobody asks any more.</summary>
    public static WarmRequest? Read(Stream stream)
    {
        var counts = new byte[2 * sizeof(int)];
        if (stream.ReadAtLeast(counts, counts.Length, throwOnEndOfStream: false) < counts.Length) return null;
        var reader = new BinaryReader(stream);
        string[] words = [.. Enumerable.Range(0, BitConverter.ToInt32(counts)).Select(_ => reader.ReadString())];
        var variables = BitConverter.ToInt32(counts, sizeof(int));
        return new WarmRequest(words[0], words[1], words[2], words[(3 + 2 * variables)..],
            [.. Enumerable.Range(0, variables).Select(v => (words[3 + 2 * v], words[4 + 2 * v]))]);
    }
}
