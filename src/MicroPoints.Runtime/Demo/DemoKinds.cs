using MicroPoints.Activities;

namespace MicroPoints.Runtime.Demo;

/// <summary>The activity kinds that the demo records and the coverage reads, by the ids of <c>rulesets/activities.yaml</c>.</summary>
internal static class DemoKinds
{
    public static readonly KindId
        Visited = new("member.visited"), Resolved = new("request.resolved"), Session = new("policy-session.held"),
        Satisfaction = new("member.satisfaction"), Matched = new("cooperation.matched"), Secured = new("policy.secured"),
        Proposal = new("proposal.adopted"), Function = new("function.accepted"), Registration = new("registration.held"),
        AnnualCheck = new("annual-check.concluded"), Disclosure = new("disclosure.published"),
        FinanceRules = new("finance-rules.adopted"), Accounts = new("accounts.reported"),
        TermAudit = new("term-audit.completed"), Pledge = new("pledge.signed"), Complaint = new("complaint.upheld"),
        FeeViolation = new("fee-violation.confirmed"), Pioneer = new("integrity-pioneer.recognised"),
        Coverage = new("party.coverage"), PartyLife = new("party-life.confirmed"), Charter = new("party-charter.adopted"),
        SharedPost = new("party-post.shared"), Education = new("education.held"), Star = new("party-star.recognised"),
        Mediation = new("mediation.established"), Dispute = new("dispute.mediated"), Community = new("community.served"),
        Forum = new("forum.held"), Volunteers = new("volunteer.served"), Project = new("project.brokered"),
        Promotion = new("promotion.joined"), Village = new("village.supported"), RuralProject = new("rural-project.started"),
        Donation = new("donation.made"), Emergency = new("emergency.supported"), EmergencyPlan = new("emergency-plan.adopted"),
        FourGood = new("four-good.recognised"), Assessment = new("assessment.graded"), Innovation = new("innovation.recognised"),
        Awarded = new("federation.awarded"), ReportMissed = new("report.missed"), Abnormal = new("abnormal.listed"),
        Penalty = new("penalty.imposed");

    private static readonly Measured.Count[] Counts = [.. Enumerable.Range(0, 10).Select(n => new Measured.Count(n))];

    public static readonly Measured Yes = new Measured.Flag(true);

    public static Measured Times(int n) => n < Counts.Length ? Counts[n] : new Measured.Count(n);

    public static Measured Option(string id) => new Measured.Option(id);
}
