namespace GmConnect.Domain.Data.Demonstration;

/// <summary>Some people tell it in the language they think in. By community; each answer is whole.</summary>
internal static class OtherLanguages
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ByCommunity =
        new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["Pakistani"] = new Dictionary<string, string>
            {
                ["most-important"] = "میرے لیے سب سے اہم میرا خاندان، نماز اور اپنا گھر ہے۔",
                ["communication"] = "براہِ کرم اردو میں بات کریں۔ Urdu, and a little English. An interpreter for appointments, please.",
                ["what-happened"] = "سیڑھیوں سے گرنے کے بعد اب چلنے میں مشکل ہوتی ہے۔",
                ["needed-now"] = "گھر پر مدد چاہیے، خاص طور پر صبح کے وقت، اور کوئی جو دوائیں سمجھا دے۔",
                ["medicines"] = "بلڈ پریشر اور شوگر کی گولیاں۔ فہرست فریج پر لگی ہے۔"
            },
            ["Arab"] = new Dictionary<string, string>
            {
                ["most-important"] = "عائلتي هي الأهم، وأن أبقى في بيتي قرب الجيران الذين أعرفهم.",
                ["communication"] = "أفضّل الحديث بالعربية. Arabic, please; I understand some English if you speak slowly.",
                ["what-happened"] = "خرجت من المستشفى قبل أسبوع بعد عملية في الركبة، وما زال المشي صعبًا.",
                ["needed-now"] = "أحتاج إلى من يساعدني في الاستحمام وإلى مواصلات للمستشفى.",
                ["medicines"] = "مسكّن للألم مساءً وحبة لضغط الدم صباحًا."
            },
            ["Polish"] = new Dictionary<string, string>
            {
                ["most-important"] = "Najważniejsza jest rodzina i to, żeby nie być dla nikogo ciężarem.",
                ["communication"] = "Proszę mówić powoli. Polish, or simple English. My son can interpret after five.",
                ["what-happened"] = "W pracy spadła mi na nogę paleta. Po operacji chodzę o kulach.",
                ["needed-now"] = "Potrzebuję pomocy z formularzami i dowozu na rehabilitację.",
                ["medicines"] = "Tabletki przeciwbólowe, najwyżej cztery dziennie."
            }
        };
}
