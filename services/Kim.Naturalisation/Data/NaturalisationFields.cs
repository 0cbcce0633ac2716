using Kim.Naturalisation.Domain.Procedure;
using Kim.Naturalisation.Reference;
using Kim.ServiceKit.Fields;

namespace Kim.Naturalisation.Data;

/// <summary>What the columns of naturalisation say about a person. Facts and findings hold convictions, so they are restricted to those who decide.</summary>
internal static class NaturalisationFields
{
    public static void Apply(FieldMap fields) => fields
        .Of<Referral>(plain: "Id ReferredOn ReferredVersion RestrictedUntil RestrictionDuty State Version WithdrawnAt WithdrawnVersion", special: "AppliedOn CounselledOn HandedOverOn Route")
        .Of<Decision>(plain: "DecidedOn FeeEur FeeRule", special: "CheckId InterviewOn InterviewWaiver Outcome Reason")
        .Of<LastCheck>(plain: "CheckId RuleSet Revision", special: "DecisionOn Overall FirstPossibleOn")
        .Of<FactsSnapshot>(plain: "PulledAt PulledBy ReferralVersion", special: "Disclosure")
        .Of<EligibilityCheck>(plain: "CheckedAt CheckedBy Kind Revision FactsOf", special: "Effective", restricted: "Facts Result")
        .Of<Overruling>(plain: "At By CarriedFrom Requirement", special: "MachineOutcome Outcome Reason")
        .Of<BarEntry>(plain: "RecordedAt RecordedBy", restricted: "Kind UnappealableOn")
        .Plain<LawDocumentRow>()
        .Plain<RuleSetRow>();
}
