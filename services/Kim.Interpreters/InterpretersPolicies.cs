using Kim.Contracts.Vocabulary;
using static Kim.ServiceKit.Accounts.Reach;
using static Kim.ServiceKit.Fields.FieldClass;

namespace Kim.Interpreters;

/// <summary>
/// Who may do what here. What is not in the table is denied. The coordination watches the pool; what a talk is about (a doctor, a
/// court) and who showed a Führungszeugnis are the desk's business (domain.md 7.2, 9).
/// </summary>
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
        [ReadPool] = [Roles.PoolDesk.With(All, Personal | Restricted), Roles.Coordinator.With(All, Personal)],
        [ReadRules] = [Roles.PoolDesk, Roles.Coordinator, Roles.FundingOfficer, Roles.Interpreter],
        [ReadRequests] = [Roles.PoolDesk.With(All, Personal | Special), Roles.Coordinator.With(All, Personal)],
        [DecideRequests] = [Roles.PoolDesk.With(All, Personal | Special)],
        [ReadCandidates] = [Roles.PoolDesk.With(All, Personal | Restricted), Roles.Coordinator.With(All, Personal)],
        [AnswerOffers] = [Roles.Interpreter.With(Own, Personal | Special)],
        [ReadOwnAssignments] = [Roles.Interpreter.With(Own, Personal | Special)],
        [SubmitProofs] = [Roles.Interpreter.With(Own, Personal), Roles.PoolDesk.With(All, Personal)],
        [SettleAssignments] = [Roles.PoolDesk.With(All, Personal)],
        [ReadSettlements] = [Roles.PoolDesk, Roles.Coordinator, Roles.FundingOfficer],
        [ReadPots] = [Roles.PoolDesk, Roles.Coordinator, Roles.FundingOfficer],
        // Cases alone, which answers a person that asks for a copy.
        [ReadPersonData] = [ClientActor.Scope("interpreters:person-data").With(All, Personal | Special | Restricted)],
    };
}
