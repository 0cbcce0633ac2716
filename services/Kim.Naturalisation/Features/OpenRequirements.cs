using Kim.Naturalisation.Domain.Checking;
using Kim.Naturalisation.Domain.Procedure;

namespace Kim.Naturalisation.Features;

/// <summary>A refused step that names the requirements which stand against it.</summary>
internal static class OpenRequirements
{
    /// <summary>A requirement in a problem document.</summary>
    public sealed record Item(string Code, [property: Field(FieldClass.Special)] string Outcome, string Norm, Hint? Hint);

    public static ProblemHttpResult Problem(string code, string title, EligibilityCheck check)
    {
        var problem = Error.Conflict(code, title).ToProblem();
        problem.ProblemDetails.Extensions["requirements"] =
            check.Open.Select(verdict => new Item(verdict.Code, check.EffectiveOf(verdict.Code), verdict.Norm, verdict.Hint)).ToList();
        return problem;
    }
}
