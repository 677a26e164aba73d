using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>What the demo records and the coverage reads, by the ids of <c>rulesets/activities.yaml</c>.</summary>
internal static class DemoKinds
{
    /// <summary>Members and the economy.</summary>
    public static readonly KindId
        Visited = new("member.visited"), Resolved = new("request.resolved"), Session = new("policy-session.held"),
        Satisfaction = new("member.satisfaction"), Matched = new("cooperation.matched"),
        Secured = new("policy.secured"), Proposal = new("proposal.adopted"), Function = new("function.accepted");

    /// <summary>Integrity.</summary>
    public static readonly KindId
        Registration = new("registration.held"), AnnualCheck = new("annual-check.concluded"),
        Disclosure = new("disclosure.published"), FinanceRules = new("finance-rules.adopted"),
        Accounts = new("accounts.reported"), TermAudit = new("term-audit.completed"), Pledge = new("pledge.signed"),
        Complaint = new("complaint.upheld"), FeeViolation = new("fee-violation.confirmed"),
        Pioneer = new("integrity-pioneer.recognised");

    /// <summary>Party building: results only.</summary>
    public static readonly KindId
        Coverage = new("party.coverage"), PartyLife = new("party-life.confirmed"),
        Charter = new("party-charter.adopted"), SharedPost = new("party-post.shared"),
        Education = new("education.held"), Star = new("party-star.recognised");

    /// <summary>Governance, investment, the countryside and emergencies.</summary>
    public static readonly KindId
        Mediation = new("mediation.established"), Dispute = new("dispute.mediated"),
        Community = new("community.served"), Forum = new("forum.held"), Volunteers = new("volunteer.served"),
        Project = new("project.brokered"), Promotion = new("promotion.joined"), Village = new("village.supported"),
        RuralProject = new("rural-project.started"), Donation = new("donation.made"),
        Emergency = new("emergency.supported"), EmergencyPlan = new("emergency-plan.adopted");

    /// <summary>Honours and points that staff award.</summary>
    public static readonly KindId
        FourGood = new("four-good.recognised"), Assessment = new("assessment.graded"),
        Innovation = new("innovation.recognised"), Breakthrough = new("breakthrough.declared"),
        Awarded = new("federation.awarded");

    /// <summary>Deductions and limits.</summary>
    public static readonly KindId
        Fabricated = new("material.fabricated"), ReportMissed = new("report.missed"), Penalty = new("penalty.imposed"),
        Abnormal = new("abnormal.listed"), Dishonesty = new("dishonesty.listed"), Incident = new("incident.attributed");

    public static readonly Measured Yes = new Measured.Flag(true);

    private static readonly Measured.Count[] Counts = [.. Enumerable.Range(0, 10).Select(n => new Measured.Count(n))];

    public static Measured Times(int n) => n < Counts.Length ? Counts[n] : new Measured.Count(n);

    public static Measured Option(string id) => new Measured.Option(id);
}
