using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MicroPoints.Runtime;

namespace MicroPoints.Orleans;

/// <summary>Commands and answers as JSON between processes of one cluster, all of one version. Nothing of it is kept or sealed.</summary>
internal static class CoreJson
{
    private static readonly Type[] Types = [.. typeof(MicroPoints.StreamId).Assembly.GetTypes(), .. typeof(IEventLog).Assembly.GetTypes()];

    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>Whether a type is the core's or the shell's.</summary>
    public static bool IsOurs(Type type) => !type.IsEnum && !type.IsArray && !type.IsAssignableTo(typeof(Exception))
        && (type.Assembly == typeof(MicroPoints.StreamId).Assembly || type.Assembly == typeof(IEventLog).Assembly);

    public static string Of<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepWhatIsGiven, TellWhichOneItIs } },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters =
            {
                new TextConverter<ChamberId>(t => new(t)), new TextConverter<EntryId>(t => new(t)), new TextConverter<ActorId>(t => new(t)),
                new TextConverter<RoundId>(t => new(t)), new TextConverter<KindId>(t => new(t)), new TextConverter<RegionCode>(t => new(t)),
                new TextConverter<MicroPoints.StreamId>(MicroPoints.StreamId.Parse), new TextConverter<Digest>(Digest.Parse),
                new TextConverter<On>(On.Parse), new TextConverter<Period>(Period.Parse),
                new EntryConverter(), new LedgerConverter(), new ViewConverter(), new SetConverter(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What is worked out from other properties is worked out again by who reads them.</summary>
    private static void KeepWhatIsGiven(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i] is { Set: null, AssociatedParameter: null }) type.Properties.RemoveAt(i);
    }

    private static void TellWhichOneItIs(JsonTypeInfo type)
    {
        if (!type.Type.IsAbstract || !IsOurs(type.Type)) return;
        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$is" };
        foreach (var one in Types.Where(t => t is { IsAbstract: false, ContainsGenericParameters: false } && type.Type.IsAssignableFrom(t)))
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(one, one.Name));
    }
}
