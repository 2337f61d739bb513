namespace GmConnect.Domain.Data.Demonstration;

/// <summary>
/// Names of Greater Manchester's communities in Latin script. The generator has British names; these are our own lists of
/// common ones, put together by chance, so that nobody real is meant.
/// </summary>
internal static class Communities
{
    public const string British = "British";

    public static readonly IReadOnlyList<Community> All =
    [
        // The names of this one come from the generator.
        new(British, 52, ["Wigan", "Tameside", "Stockport"], [], [], []),
        new("Pakistani", 9, ["Rochdale", "Oldham", "Manchester"],
            ["Ayesha", "Bushra", "Fozia", "Hafsa", "Iqra", "Nadia", "Nasreen", "Rukhsana", "Saima", "Shabana", "Tahira", "Zahida"],
            ["Adnan", "Arshad", "Bilal", "Faisal", "Haroon", "Javed", "Kashif", "Nadeem", "Rizwan", "Tariq", "Waqas", "Zubair"],
            ["Ahmed", "Akhtar", "Aslam", "Butt", "Chaudhry", "Hussain", "Iqbal", "Mahmood", "Mirza", "Qureshi", "Rafiq", "Sheikh"]),
        new("Bengali", 4, ["Oldham", "Tameside"],
            ["Anowara", "Farhana", "Jesmin", "Khadija", "Moriam", "Nazma", "Rokeya", "Runa", "Shirin", "Sultana"],
            ["Abdul", "Anwar", "Faruk", "Jamal", "Kamrul", "Mizan", "Rashed", "Shafiq", "Shahin", "Tofazzul"],
            ["Begum", "Chowdhury", "Haque", "Islam", "Khatun", "Miah", "Rahman", "Sarkar", "Talukdar", "Uddin"]),
        new("Indian", 4, ["Bolton", "Trafford"],
            ["Anjali", "Bhavna", "Hansa", "Jyoti", "Kokila", "Manisha", "Nirmala", "Pushpa", "Rekha", "Sunita"],
            ["Ashok", "Bharat", "Dinesh", "Harish", "Kiran", "Manoj", "Prakash", "Rajesh", "Suresh", "Vinod"],
            ["Desai", "Joshi", "Kaur", "Mistry", "Parmar", "Patel", "Rana", "Sharma", "Solanki", "Vyas"]),
        new("Arab", 3, ["Manchester", "Salford"],
            ["Amal", "Dalal", "Hanan", "Hiba", "Layla", "Maha", "Najwa", "Rania", "Samira", "Widad"],
            ["Ammar", "Bassam", "Fadi", "Hatem", "Khalil", "Mazen", "Nabil", "Sami", "Walid", "Yousef"],
            ["Al-Amin", "Al-Hashimi", "Ben Salem", "Darwish", "El-Masri", "Haddad", "Khoury", "Mansour", "Saleh", "Zidan"]),
        new("Somali", 3, ["Manchester"],
            ["Asha", "Faduma", "Halimo", "Hodan", "Ifrah", "Ladan", "Nimco", "Sahra", "Ubah", "Yasmin"],
            ["Abdi", "Abdirahman", "Cabdi", "Guled", "Ismail", "Liban", "Mahad", "Mohamud", "Omar", "Warsame"],
            ["Abdullahi", "Aden", "Farah", "Hersi", "Jama", "Mohamed", "Nur", "Osman", "Sheikh Ali", "Yusuf"]),
        new("Kurdish", 2, ["Bolton", "Salford"],
            ["Avin", "Berivan", "Dilan", "Jiyan", "Nazdar", "Rojin", "Shilan", "Zilan"],
            ["Azad", "Baran", "Dilshad", "Hiwa", "Kawa", "Rebin", "Sherko", "Zana"],
            ["Aziz", "Barzani", "Hama", "Kareem", "Mirawdali", "Qadir", "Rasul", "Shwan"]),
        new("Polish", 4, ["Salford", "Bolton"],
            ["Agnieszka", "Danuta", "Elżbieta", "Grażyna", "Halina", "Joanna", "Katarzyna", "Małgorzata", "Teresa", "Wanda"],
            ["Andrzej", "Bogdan", "Dariusz", "Grzegorz", "Krzysztof", "Leszek", "Paweł", "Piotr", "Stanisław", "Zbigniew"],
            ["Dąbrowski", "Jankowski", "Kaczmarek", "Król", "Mazur", "Nowicki", "Pawlak", "Sikora", "Wójcik", "Wróbel"]),
        new("Ukrainian", 1, ["Oldham", "Rochdale"],
            ["Halyna", "Iryna", "Lesia", "Natalia", "Oksana", "Olena"], ["Andriy", "Bohdan", "Ivan", "Mykola", "Petro", "Taras"],
            ["Bondarenko", "Kovalenko", "Lysenko", "Melnyk", "Shevchuk", "Tkachenko"]),
        new("Chinese", 3, ["Manchester", "Trafford"],
            ["Fang", "Hui Min", "Jing", "Ka Yan", "Lai Fong", "Li Na", "Mei Ling", "Siu Ying", "Wai Chun", "Xiao Mei"],
            ["Chi Keung", "Hao", "Jian", "Ka Ming", "Kwok Wai", "Lei", "Siu Man", "Wei", "Wing Hong", "Yat Sing"],
            ["Chan", "Cheung", "Ho", "Lam", "Leung", "Li", "Liu", "Ng", "Tang", "Zhang"]),
        new("Irish", 5, ["Manchester", "Trafford"],
            ["Aoife", "Bernadette", "Bridie", "Carmel", "Dervla", "Maura", "Nuala", "Oonagh", "Philomena", "Sinéad"],
            ["Brendan", "Cormac", "Declan", "Diarmuid", "Eamon", "Fergal", "Finbar", "Kieran", "Malachy", "Niall"],
            ["Brennan", "Byrne", "Connolly", "Donnelly", "Gallagher", "Kavanagh", "McHugh", "O'Driscoll", "O'Rourke", "Sweeney"]),
        new("Caribbean", 4, ["Manchester", "Trafford"],
            ["Beverley", "Cynthia", "Delores", "Enid", "Gloria", "Hyacinth", "Ionie", "Marcia", "Merle", "Winsome"],
            ["Alford", "Carlton", "Clive", "Delroy", "Errol", "Everton", "Leroy", "Lloyd", "Neville", "Winston"],
            ["Bailey", "Blake", "Campbell", "Francis", "Gayle", "Henry", "Morrison", "Pinnock", "Samuels", "Whyte"]),
        new("Nigerian", 3, ["Manchester", "Salford"],
            ["Abimbola", "Adaora", "Bukola", "Chiamaka", "Folake", "Ifeoma", "Ngozi", "Omolara", "Temitope", "Yetunde"],
            ["Ade", "Babatunde", "Chidi", "Emeka", "Femi", "Ikenna", "Kunle", "Obinna", "Segun", "Tunde"],
            ["Adebayo", "Afolabi", "Balogun", "Chukwu", "Ibekwe", "Nwosu", "Obi", "Ogunleye", "Okeke", "Olatunji"]),
        new("Jewish", 2, ["Bury", "Salford"],
            ["Blima", "Chaya", "Devorah", "Gitty", "Leah", "Miriam", "Rivka", "Shira", "Tovah", "Yehudis"],
            ["Avrohom", "Chaim", "Dovid", "Eli", "Hershel", "Mendel", "Moshe", "Naftoli", "Shmuel", "Yitzchok"],
            ["Adler", "Bernstein", "Feldman", "Goldberg", "Halpern", "Katz", "Lieberman", "Rosenthal", "Stern", "Weiss"])
    ];
}
