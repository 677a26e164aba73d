using System.Text;
using MicroPoints.Rulesets.Yaml;

namespace MicroPoints.Simulation;

/// <summary>A handful of kinds, and two versions of one ruleset over them.</summary>
internal sealed class TinyRules : IRuleFormat
{
    public const string Id = "tiny";

    private const string Activities =
        """
        activities-version: '1'
        kinds:
          - { id: member.visited, title: { zh: 走访 }, nature: event, measure: count, unit: 户次 }
          - { id: request.resolved, title: { zh: 办结 }, nature: event, measure: count, unit: 件 }
          - { id: investment.brought, title: { zh: 引资 }, nature: event, measure: quantity, unit: 万元 }
          - { id: project.progressed, title: { zh: 项目 }, nature: event, measure: option, keyed: true,
              options: [ { id: signed, title: { zh: 签约 } }, { id: landed, title: { zh: 落地 } } ] }
          - { id: abnormal.listed, title: { zh: 名录 }, nature: state, measure: option, when-missing: none,
              options: [ { id: none, title: { zh: 无 } }, { id: listed, title: { zh: 列入 } } ] }

        """;

    private const string Ruleset =
        """
        ruleset: tiny
        version: 'VERSION'
        title: { zh: 小办法 }
        authority: county-federation
        adoptable: { from: '2024-01-01', until: '2030-01-01' }
        period: year
        sources: { own: { title: { zh: 办法 }, publisher: 县工商联, date: '2024-01-01' } }
        cite: { source: own, clause: 一 }
        scale: { total: 7 }
        categories:
          - id: service
            title: { zh: 服务 }
            cap: 7
            indicators:
              - { id: M1, title: { zh: 走访 }, counts: [ member.visited ], score: { per-count: VISIT }, cap: 5 }
              - { id: M2, title: { zh: 办结 }, counts: [ request.resolved ], score: { per-count: 1 }, cap: 3 }
        grades: [ { id: A, title: { zh: 优 }, from: 4 }, { id: B, title: { zh: 良 }, from: 0 } ]

        """;

    public static readonly ReadOnlyMemory<byte> First = Version("1", "0.5");
    public static readonly ReadOnlyMemory<byte> Second = Version("2", "0.8");

    /// <summary>The first version is shipped and adopted for everybody; the second is published later.</summary>
    public static readonly ShippedRules Shipped = new(Encoding.UTF8.GetBytes(Activities), [First], [Id]);

    public static readonly TinyRules Format = new();

    private readonly Dictionary<Digest, KindCatalogue> _kinds = [];
    private readonly Dictionary<Digest, Ruleset> _rulesets = [];

    /// <summary>The ruleset of some bytes, over the kinds above.</summary>
    public Ruleset Read(ReadOnlyMemory<byte> bytes) => ReadRuleset(bytes, ReadKinds(Shipped.Activities));

    public KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes)
    {
        lock (_kinds)
        {
            var hash = Digest.Of(bytes.Span);
            return _kinds.TryGetValue(hash, out var known) ? known : _kinds[hash] =
                ActivitiesFile.Read(bytes.Span, "activities.yaml").Catalogue ?? throw new FormatException("no activities");
        }
    }

    public Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds)
    {
        lock (_rulesets)
        {
            var hash = Digest.Of(bytes.Span);
            if (_rulesets.TryGetValue(hash, out var known)) return known;
            var reading = RulesetFile.Read(bytes.Span, "tiny.yaml", kinds);
            return _rulesets[hash] = reading.Ruleset ?? throw new FormatException(string.Join('\n', reading.Diagnostics));
        }
    }

    private static ReadOnlyMemory<byte> Version(string version, string visit) => Encoding.UTF8.GetBytes(Ruleset
        .Replace("VERSION", version, StringComparison.Ordinal).Replace("VISIT", visit, StringComparison.Ordinal));
}
