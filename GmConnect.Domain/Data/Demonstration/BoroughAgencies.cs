using GmConnect.Domain.Agencies;

namespace GmConnect.Domain.Data.Demonstration;

/// <summary>What every borough has, in the words a family is told.</summary>
internal static class BoroughAgencies
{
    public static IEnumerable<AgencyToSeed> Of(Borough borough)
    {
        var here = borough.Name;
        // Salford's systems are joined first; elsewhere the councils' care systems are.
        var joined = here == "Salford";

        AgencyToSeed Agency(string code, string name, AgencyKind kind, string whatItDoes, bool hasSystem) =>
            new($"{borough.Code}-{code}", name, kind, here, whatItDoes, hasSystem);

        return
        [
            Agency("adult-care", $"{borough.Council} adult social care", AgencyKind.AdultSocialCare,
                $"Social workers who arrange help with daily life for adults in {here}, at home or in a care home.", true),
            Agency("childrens-care", $"{borough.Council} children's services", AgencyKind.ChildrensSocialCare,
                $"Help for children, young people and their families in {here}, before things get too hard.", joined),
            Agency("housing-options", $"{borough.Council} housing options", AgencyKind.CouncilHousing,
                $"Help when you have no home in {here}, may lose it, or it no longer suits your health.", joined),
            Agency("district-nursing", $"{here} Community Nursing", AgencyKind.CommunityHealth,
                "Nurses who come to your home for injections, dressings and long-term conditions.", joined),
            Agency("reablement", $"{here} Reablement", AgencyKind.Reablement,
                "Up to six weeks of help at home to do things for yourself again after illness or hospital.", joined),
            Agency("equipment", $"{here} Community Equipment", AgencyKind.CommunityEquipment,
                "Lends and fits equipment for the home: raised seats, rails, beds, commodes.", joined),
            Agency("housing-association", borough.HousingAssociation, AgencyKind.HousingAssociation,
                $"A landlord for many homes in {here}: repairs, adaptations and your tenancy.", joined),
            Agency("carers", borough.CarersCharity, AgencyKind.Voluntary,
                "A charity for people who look after somebody: advice, a break, and someone to talk to.", false),
            Agency("gp", borough.GpPractice, AgencyKind.GpPractice,
                $"A family doctors' practice in {here}: your doctor, practice nurse and prescriptions.", false)
        ];
    }
}
