using System.Linq.Expressions;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace MicroPoints.Rulesets.NRules.Rules;

/// <summary>One rule under construction: the facts it needs, and the fact that follows from them, linked to them.</summary>
/// <remarks>A pattern takes its name from the parameter of the expression that narrows it, and what follows names it the same.</remarks>
internal sealed class Rule(string name)
{
    private readonly RuleBuilder _rule = Named(name);

    /// <summary>A fact for which a condition holds; the condition may read facts needed before, by their names.</summary>
    public Rule When<T>(Expression<Func<T, bool>> holds) => Pattern(holds.Parameters[0], holds);

    public Rule When<T, TBefore>(Expression<Func<T, TBefore, bool>> holds) => Pattern(holds.Parameters[0], holds);

    /// <summary>All facts for which a condition holds, once there are so many.</summary>
    public Rule WhenAll<T>(string name, int count, Expression<Func<T, bool>> holds)
    {
        var all = Expression.Parameter(typeof(IEnumerable<T>), name);
        Collected(name, holds).Condition(Expression.Lambda(Expression.Equal(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(T)], all), Expression.Constant(count)), all));
        return this;
    }

    /// <summary>All facts for which a condition holds, as many as there are when this rule's turn comes.</summary>
    public Rule WhenGathered<T>(string name, Expression<Func<T, bool>> holds)
    {
        Collected(name, holds);
        return this;
    }

    /// <summary>All facts of one group, however many.</summary>
    public Rule WhenGrouped<T>(string name, Expression<Func<T, bool>> holds, Expression<Func<T, string>> by)
    {
        var pattern = _rule.LeftHandSide().Pattern(typeof(IGrouping<string, T>), name);
        var grouped = pattern.Aggregate();
        grouped.GroupBy(by, (Expression<Func<T, T>>)(one => one));
        Narrow(grouped.Pattern(typeof(T), holds.Parameters[0].Name), holds);
        return this;
    }

    /// <summary>Rules of a later stage wait until all of an earlier one have fired.</summary>
    public Rule After(int stage)
    {
        _rule.Priority(-stage);
        return this;
    }

    public IRuleDefinition Then<T1>(Expression<Func<T1, object>> follows) => Follows(follows);
    public IRuleDefinition Then<T1, T2>(Expression<Func<T1, T2, object>> follows) => Follows(follows);
    public IRuleDefinition Then<T1, T2, T3>(Expression<Func<T1, T2, T3, object>> follows) => Follows(follows);
    public IRuleDefinition Then<T1, T2, T3, T4>(Expression<Func<T1, T2, T3, T4, object>> follows) => Follows(follows);

    private static RuleBuilder Named(string name)
    {
        var rule = new RuleBuilder();
        rule.Name(name);
        return rule;
    }

    private PatternBuilder Collected<T>(string name, Expression<Func<T, bool>> holds)
    {
        var pattern = _rule.LeftHandSide().Pattern(typeof(IEnumerable<T>), name);
        var collected = pattern.Aggregate();
        collected.Collect();
        Narrow(collected.Pattern(typeof(T), holds.Parameters[0].Name), holds);
        return pattern;
    }

    private Rule Pattern(ParameterExpression fact, LambdaExpression holds)
    {
        Narrow(_rule.LeftHandSide().Pattern(fact.Type, fact.Name), holds);
        return this;
    }

    private static void Narrow(PatternBuilder pattern, LambdaExpression holds)
    {
        if (holds.Body is not ConstantExpression { Value: true }) pattern.Condition(holds);
    }

    private IRuleDefinition Follows(LambdaExpression follows)
    {
        var context = Expression.Parameter(typeof(IContext), "context");
        var put = Expression.Call(typeof(Rule), nameof(Put), null, context, follows.Body);
        _rule.RightHandSide().Action(Expression.Lambda(put, [context, .. follows.Parameters]));
        return _rule.Build();
    }

    /// <summary>Keeps what follows linked to what it follows from: when that goes, it goes too.</summary>
    internal static void Put(IContext context, object? fact)
    {
        const string Key = "follows";
        if (fact is null) return;
        if (context.GetLinked(Key) is null) context.InsertLinked(Key, fact);
        else context.UpdateLinked(Key, fact);
    }
}
