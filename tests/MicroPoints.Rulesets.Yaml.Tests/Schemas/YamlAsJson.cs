using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MicroPoints.Rulesets.Yaml.Tests.Schemas;

/// <summary>A YAML file as an editor sees it: plain scalars typed by YAML 1.2's core schema, quoted ones as text.</summary>
internal static partial class YamlAsJson
{
    /// <summary>Null where it is no YAML, which an editor says without any schema.</summary>
    public static JsonNode? Read(byte[] bytes)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(System.Text.Encoding.UTF8.GetString(bytes)));
            return stream.Documents.Count == 1 ? Node(stream.Documents[0].RootNode) : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Node(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value!),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => throw new InvalidOperationException("unknown node"),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when NumberPattern().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$", RegexOptions.ECMAScript)]
    private static partial Regex NumberPattern();
}
