using Kim.Funding.Data.Reports;
using Kim.Funding.Domain;
using Kim.Funding.Domain.Reports;
using Kim.Funding.Reference;
using Kim.ServiceKit.Fields;

namespace Kim.Funding.Data;

/// <summary>What the columns of funding say about a person: who holds a position, and pseudonymous facts of cases, which leave as figures through the small-cell rule alone.</summary>
internal static class FundingFields
{
    public static void Apply(FieldMap fields) => fields
        .Of<Occupancy>(
            plain: "Id Position From Until Vzae ProfileKey Provenance Recorded", personal: "AccountId EmploymentType Corrected CorrectedBy")
        .Of<JournalEntry>(plain: "Id Aggregate Version WireName BodyHash ReceivedAt", special: "Body")
        .Of<CaseStep>(plain: "Ref Version Closed On OpenedOn", special: "AgeBand Ags HouseholdSize LengthOfStayBand NationalityGroup Sex StatusGroup Topics")
        .Of<BookingStep>(plain: "Ref Version Kind On Minutes Charges", personal: "Language")
        .Of<ReportFigures>(restricted: "Content Hidden")
        .Plain<Cost>().Plain<CostType>().Plain<Decision>().Plain<FundingPot>().Plain<Grant>().Plain<KimModule>().Plain<LumpSum>().Plain<ModuleQuota>()
        .Plain<Position>().Plain<PositionAttributes>().Plain<PotLine>().Plain<ProRatingRule>().Plain<Programme>().Plain<MeasureStep>().Plain<NeedReport>()
        .Plain<NeedWithdrawal>().Plain<Report>().Plain<ReportVersion>().Plain<ResolutionStep>().Plain<ThemeStep>().Plain<UnreadableFact>().Plain<Settlement>()
        .Plain<District>().Plain<Municipality>().Plain<Organisation>().Plain<Setting>();
}
