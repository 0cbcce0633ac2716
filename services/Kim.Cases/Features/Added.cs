using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Cases.Features;

/// <summary>What was added.</summary>
/// <param name="Id">Its id.</param>
internal sealed record Added(Guid Id)
{
    /// <summary>201 that points to the case: what hangs on a case is read with it.</summary>
    public static Created<Added> To(Guid caseId, Guid id) => TypedResults.Created(LocationOf(caseId), new Added(id));

    /// <summary>Address of a case.</summary>
    public static string LocationOf(Guid caseId) => $"/api/v1/cases/cases/{caseId}";
}
