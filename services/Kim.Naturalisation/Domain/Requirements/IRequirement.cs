using Kim.Naturalisation.Domain.Checking;

namespace Kim.Naturalisation.Domain.Requirements;

/// <summary>One requirement of the law: facts and rules of one day in, a finding out.</summary>
internal interface IRequirement
{
    /// <summary>Its code, see <see cref="RequirementCodes"/>.</summary>
    string Code { get; }

    /// <summary>What it finds. An unknown fact never counts as a good one.</summary>
    Finding Judge(Situation s);
}
