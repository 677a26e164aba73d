using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MicroPoints.Rulesets.Yaml.Nodes;

/// <summary>Text as one document of nodes. What rulesets do not use of YAML is refused, not skipped.</summary>
internal sealed class YamlDocument
{
    private readonly Findings _findings;
    private readonly Parser _events;

    private YamlDocument(string text, Findings findings)
    {
        _findings = findings;
        _events = new Parser(new Scanner(new StringReader(text), skipComments: true));
    }

    /// <summary>The root mapping, or null where findings say why there is none.</summary>
    public static YamlMapping? Read(ReadOnlySpan<byte> bytes, Findings findings)
    {
        if (YamlText.Of(bytes, findings) is not { } text) return null;
        var reader = new YamlDocument(text, findings);
        try
        {
            return reader.Root();
        }
        catch (StopReading)
        {
            // Reported. The parser takes quadratic time over what nests without end, so the rest is not read.
        }
        catch (YamlException malformed)
        {
            findings.Add(DiagnosticCodes.Malformed, At(malformed.Start), $"the text is not YAML: {Sentence(malformed)}",
                "Check indentation, quotes and brackets here and on the line before.");
        }
        catch (Exception broken) when (
            broken is ArgumentException or FormatException or InvalidOperationException or OverflowException)
        {
            // The parser library throws these for some malformed escapes; the position it had reached is the best there
            // is.
            var at = reader._events.Current is { } current ? At(current.End) : Place.Start;
            findings.Add(DiagnosticCodes.Malformed, at, "the text is not YAML", "Check escapes and quotes here.");
        }
        return null;
    }

    private YamlMapping? Root()
    {
        Next();
        if (Next() is not DocumentStart start)
        {
            _findings.Add(DiagnosticCodes.NoDocument, Place.Start, "the file holds no document",
                "Write the file's keys.");
            return null;
        }
        var refused = Refused(start);
        var root = Node(Next(), 1);
        Next();
        if (Next() is DocumentStart second)
        {
            _findings.Add(DiagnosticCodes.SecondDocument, At(second.Start), "a second document begins here",
                "Keep one document in a file.");
            return null;
        }
        if (refused || root is YamlRefused) return null;
        if (root is YamlMapping mapping) return mapping;
        if (root is YamlScalar { IsNull: true })
            _findings.Add(DiagnosticCodes.NoDocument, root, "the file holds no document", "Write the file's keys.");
        else
            _findings.Add(DiagnosticCodes.NotMapping, root, "the file is not a mapping of keys",
                "Write the file's keys, each followed by a colon.");
        return null;
    }

    private bool Refused(DocumentStart start)
    {
        var yaml12 = start.Version is null || start.Version.Version is { Major: 1, Minor: 2 };
        // The parser adds the two default tag handles itself.
        var tags = start.Tags?.Any(t => (t.Handle, t.Prefix) is not (("!", "!") or ("!!", "tag:yaml.org,2002:")))
            ?? false;
        if (yaml12 && !tags) return false;
        _findings.Add(DiagnosticCodes.Directive, At(start.Start), "a directive stands before the document",
            "Remove it; files are YAML 1.2.");
        return true;
    }

    /// <summary>The node that an event begins. A refused anchor or tag is reported and the node kept, so that nothing
    /// else is reported for it.</summary>
    private YamlNode Node(ParsingEvent begin, int depth)
    {
        var at = At(begin.Start);
        if (begin is AnchorAlias)
        {
            _findings.Add(DiagnosticCodes.Anchor, at, "an alias stands here", "Write the value itself.");
            return new YamlRefused(at);
        }
        RefuseDecoration(begin, at);
        if (begin is Scalar scalar) return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, at);
        if (depth > Limits.YamlDepthMax)
        {
            _findings.Add(DiagnosticCodes.TooDeep, at, $"nodes nest deeper than {Limits.YamlDepthMax}",
                "Write it flatter.");
            throw new StopReading();
        }
        return begin is MappingStart ? Mapping(at, depth) : List(at, depth);
    }

    private void RefuseDecoration(ParsingEvent begin, Place at)
    {
        if (begin is not NodeEvent node) return;
        if (!node.Anchor.IsEmpty)
            _findings.Add(DiagnosticCodes.Anchor, at, $"the anchor '&{node.Anchor.Value}' stands here",
                "Remove it, and write each value where it is used.");
        if (!node.Tag.IsEmpty)
            _findings.Add(DiagnosticCodes.Tag, at, "a tag stands here",
                "Remove it; values are typed by where they stand.");
    }

    private YamlList List(Place at, int depth)
    {
        var items = new List<YamlNode>();
        for (var next = Next(); next is not SequenceEnd; next = Next())
            items.Add(Node(next, depth + 1));
        return new YamlList(items, at);
    }

    private YamlMapping Mapping(Place at, int depth)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            var key = Node(next, depth + 1);
            var value = Node(Next(), depth + 1);
            if (key is not YamlScalar name)
            {
                if (key is not YamlRefused)
                    _findings.Add(DiagnosticCodes.KeyNotScalar, key, "a key is a list or a mapping",
                        "Write a word as the key.");
                continue;
            }
            if (name is { Plain: true, Text: "<<" })
                _findings.Add(DiagnosticCodes.MergeKey, name, "a merge key stands here", "Write the keys themselves.");
            else if (!seen.TryAdd(name.Text, name.At))
                _findings.Add(DiagnosticCodes.DuplicateKey, name,
                    $"the key '{name.Text}' stands here again, after line {seen[name.Text].Line}", "Keep one of them.");
            else
                entries.Add(new YamlEntry(name, PlacedAtKey(value, name)));
        }
        return new YamlMapping(entries, at, _events.Current is { } end ? At(end.End) : at);
    }

    /// <summary>An empty value begins nowhere that a reader could see; its key is where to look.</summary>
    private static YamlNode PlacedAtKey(YamlNode value, YamlScalar key) =>
        value is YamlScalar { Plain: true, Text: "" } ? new YamlScalar("", true, key.At) : value;

    private ParsingEvent Next()
    {
        while (_events.MoveNext())
            if (_events.Current is { } current) return current;
        throw new YamlException("the text ends too early");
    }

    private static string Sentence(YamlException malformed) => malformed.Message.TrimEnd('.').ReplaceLineEndings(" ");

    private static Place At(Mark mark) => new(Math.Max(1, (int)mark.Line), Math.Max(1, (int)mark.Column));

    private sealed class StopReading : Exception;
}
