using Kim.Contracts.Vocabulary;

namespace Kim.Interpreters;

/// <summary>Who may do what here. What is not in the table is denied; which rows a role sees stands in <see cref="RowScopes"/>.</summary>
public static class InterpretersPolicies
{
    public const string ReadLanguages = "languages:read";
    public const string ReadPool = "pool:read";
    public const string ReadRules = "rules:read";
    public const string ReadRequests = "requests:read";
    public const string DecideRequests = "requests:decide";
    public const string ReadCandidates = "candidates:read";
    public const string AnswerOffers = "offers:answer";
    public const string ReadOwnAssignments = "assignments:own";
    public const string SubmitProofs = "proofs:submit";
    public const string SettleAssignments = "settlements:write";
    public const string ReadSettlements = "settlements:read";
    public const string ReadPots = "pots:read";
    public const string ReadPersonData = "person-data:read";

    public static readonly PolicyTable Table = new()
    {
        // Names of languages are no secret: whoever requests an interpreter chooses one.
        [ReadLanguages] = [Roles.PoolDesk, Roles.Coordinator, Roles.Interpreter, Roles.FundingOfficer, Roles.CaseManager],
        [ReadPool] = [Roles.PoolDesk, Roles.Coordinator],
        [ReadRules] = [Roles.PoolDesk, Roles.Coordinator, Roles.FundingOfficer, Roles.Interpreter],
        [ReadRequests] = [Roles.PoolDesk, Roles.Coordinator],
        [DecideRequests] = [Roles.PoolDesk],
        [ReadCandidates] = [Roles.PoolDesk, Roles.Coordinator],
        [AnswerOffers] = [Roles.Interpreter],
        [ReadOwnAssignments] = [Roles.Interpreter],
        [SubmitProofs] = [Roles.Interpreter, Roles.PoolDesk],
        [SettleAssignments] = [Roles.PoolDesk],
        [ReadSettlements] = [Roles.PoolDesk, Roles.Coordinator, Roles.FundingOfficer],
        [ReadPots] = [Roles.PoolDesk, Roles.Coordinator, Roles.FundingOfficer],
        // Cases alone, which answers a person that asks for a copy.
        [ReadPersonData] = [ClientActor.Scope("interpreters:person-data")],
    };
}
