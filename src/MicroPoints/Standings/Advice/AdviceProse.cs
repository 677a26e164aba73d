using MicroPoints.Activities;

namespace MicroPoints.Standings;

/// <summary>Advice in plain sentences, in both languages.</summary>
public static class AdviceProse
{
    /// <summary>What it leads to: a grade, or being eligible for an outcome.</summary>
    public static Title Goal(AdviceGoal goal) => goal switch
    {
        AdviceGoal.ToGrade to => new Title($"达到{to.Grade.Title.QuotedZh}", $"Reach '{to.Grade.Title.EnOrZh}'"),
        AdviceGoal.ToOutcome to => new Title($"符合{to.Outcome.Title.QuotedZh}的条件", $"Be eligible for '{to.Outcome.Title.EnOrZh}'"),
        _ => throw new InvalidOperationException("unknown goal"),
    };

    /// <summary>The same for programs: <c>grade A</c>, <c>outcome award-nomination</c>.</summary>
    public static string Code(AdviceGoal goal) => goal switch
    {
        AdviceGoal.ToGrade to => $"grade {to.Grade.Id}",
        AdviceGoal.ToOutcome to => $"outcome {to.Outcome.Id}",
        _ => throw new InvalidOperationException("unknown goal"),
    };

    /// <summary>Why advice leaves out a line that could still credit more.</summary>
    public static Title Phrase(this NotAdvisedBecause why) => why switch
    {
        NotAdvisedBecause.ByRule => new Title("积分办法规定不列入建议", "the ruleset keeps it out of advice"),
        NotAdvisedBecause.AgainstPeers => new Title("与同类商会比较得出", "it compares with other chambers"),
        NotAdvisedBecause.Awarded => new Title("由评议或认定给分", "staff or a panel award it"),
        NotAdvisedBecause.OthersAnswer => new Title("由受访的人评价", "those who are asked answer it"),
        NotAdvisedBecause.OnlyLoses => new Title("起始满分，只会扣减", "it begins full and only loses"),
        NotAdvisedBecause.CountsAmounts => new Title("按数额计算，不建议为得分增加数额", "it grows with amounts, and points are not to be bought"),
        NotAdvisedBecause.AlsoDeducts => new Title("所计事项同时会扣分", "what it counts also takes points away"),
        NotAdvisedBecause.FromOverflow => new Title("只由其他指标超出的部分计入", "only what other lines leave over fills it"),
        NotAdvisedBecause.UnknownThings => new Title("要看有没有新的对象", "it is about things of which nobody knows whether there are more"),
        NotAdvisedBecause.Zeroed => new Title("因材料失实已计零", "falsified material brings it to zero"),
        NotAdvisedBecause.NothingLeft => new Title("没有更多可做的", "nothing of it is left to do"),
        _ => throw new InvalidOperationException("unknown reason"),
    };

    /// <summary>One activity with how often, such as 走访会员并建立需求清单 3 户次.</summary>
    public static Title Activity(AdvisedActivity activity, KindCatalogue kinds)
    {
        var (step, kind) = (activity.Step, kinds[activity.Step.Kind]);
        var option = step.Option is { } id ? kind.OptionTitle(id) : null;
        var (zh, en) = (kind.Title.Zh + (option is null ? "" : $"（{option.Zh}）"),
            kind.Title.EnOrZh + (option is null ? "" : $" ({option.EnOrZh})"));
        if (step.Key is { } key) return new Title($"“{key}”：{zh}", $"'{key}': {en}");
        return kind.Measure switch
        {
            MeasureType.Share => new Title($"{zh}做到 100%", $"{en} up to 100 %"),
            MeasureType.Flag when !kind.Keyed => new Title(zh, en),
            MeasureType.Option when kind.Nature == Nature.State => new Title(zh, en),
            _ => new Title($"{zh} {activity.Times} {kind.Unit ?? (kind.Keyed ? "项" : "次")}", $"{en} × {activity.Times}"),
        };
    }

    /// <summary>What is to be done, or what stands in the way.</summary>
    public static Title Way(Advice advice, KindCatalogue kinds)
    {
        if (advice.Times > 0)
        {
            var activities = advice.Activities.Select(a => Activity(a, kinds)).ToList();
            var least = advice.IsExact ? ("最少再做", "At the least") : ("再做", "By");
            return new Title(
                $"{least.Item1} {advice.Times} 件：{string.Join("、", activities.Select(a => a.Zh))}；总分 {advice.Before} → {advice.After}",
                $"{least.Item2} {advice.Times}: {string.Join(", ", activities.Select(a => a.EnOrZh))}; "
                    + $"{advice.Before} → {advice.After} points");
        }
        if (advice.Hindrances.Count == 0) return new Title(
            $"商会自己能做的都做满是 {advice.After} 分，还不够：其余要靠评议、认定、同类比较或不在建议之列的指标",
            $"All that the chamber can do itself comes to {advice.After} points, which is not enough: "
                + "the rest is awarded, recognised, compared or not for advice");
        var sentences = advice.Hindrances.Select(h => h.Sentence).DistinctBy(s => s.Zh).ToList();
        return new Title($"不是商会自己再做几件事能改的：{string.Join("；", sentences.Select(s => s.Zh))}",
            $"Nothing that the chamber does itself changes it: {string.Join("; ", sentences.Select(s => s.EnOrZh))}");
    }
}
