using System.ComponentModel.DataAnnotations;
using Kim.Cases.Data;
using Kim.Cases.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kim.Cases.Features;

/// <summary>A measure as a request states it.</summary>
public sealed record MeasureRequest(
    [Required, StringLength(300)] string Title,
    [Required, StringLength(200)] string Responsible,
    DateOnly DueOn,
    Guid? OfferId = null)
{
    /// <summary>The plan with the offer's title of today; an offer that is unknown or withdrawn is refused.</summary>
    internal async Task<Result<MeasurePlan>> ToPlanAsync(CasesDb db, string field, CancellationToken ct)
    {
        if (OfferId is not { } offerId) return new MeasurePlan(Title.Trim(), null, null, Responsible.Trim(), DueOn);
        var title = await db.Offers.Where(offer => offer.Id == offerId && !offer.Withdrawn).Select(offer => offer.Title).SingleOrDefaultAsync(ct);
        return title is null
            ? Error.Invalid("unknown-offer", "The directory has no such offer, or it was withdrawn.", field)
            : new MeasurePlan(Title.Trim(), offerId, title, Responsible.Trim(), DueOn);
    }
}
