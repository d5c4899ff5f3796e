/*
 * Given and family names as they meet in American associations, by where a family came from: a person's two names are
 * drawn from one line more often than not. Written as lists of words, commoner ones first.
 */
export interface NameLine {
  /** Weight in the membership. */
  readonly share: number;
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

export const nameLines: readonly NameLine[] = [
  {
    share: 34,
    women: words(
      'Mary Jennifer Linda Patricia Susan Karen Sarah Emily Laura Rebecca Megan Heather Amy Rachel Katherine Nicole Christine Deborah Julie Allison Hannah Claire Beth Joanne Paige Whitney Audrey Holly Margaret Anne-Marie',
    ),
    men: words(
      'James Robert John Michael David William Thomas Daniel Matthew Andrew Mark Brian Kevin Jason Scott Eric Jeffrey Ryan Gregory Stephen Timothy Kyle Nathan Peter Douglas Austin Wesley Graham Clark Preston',
    ),
    families: words(
      'Smith Johnson Miller Davis Wilson Anderson Taylor Moore Clark Lewis Walker Hall Allen Young King Wright Hill Baker Adams Nelson Carter Mitchell Parker Collins Edwards Cook Morgan Bell Cooper Ward Brooks Bennett Reed Hughes Price Foster Russell Long Sullivan Hayes Chandler Whitaker Ashworth Pemberton Stoddard Hathaway Winslow Thackeray',
    ),
  },
  {
    share: 15,
    women: words(
      'María Guadalupe Sofía Isabel Lucía Elena Carmen Gabriela Rosa Verónica Daniela Paula Marisol Teresa Ximena Adriana Yolanda Inés Belén Beatriz Alejandra Consuelo Araceli Esperanza',
    ),
    men: words(
      'José Luis Carlos Juan Miguel Jorge Antonio Diego Ricardo Fernando Alejandro Héctor Raúl Andrés Javier Rafael Sergio Ramón Joaquín Emilio Óscar Ángel Iván Mateo',
    ),
    families: words(
      'García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Ortiz Gutiérrez Chávez Ramos Ruiz Mendoza Castillo Vargas Jiménez Núñez Peña Ibáñez De_la_Cruz Santos-Vega Muñoz Salazar',
    ),
  },
  {
    share: 13,
    women: words(
      'Aaliyah Keisha Tamika Latoya Imani Monique Tanisha Ebony Denise Yvonne Jasmine Renée Kiara Shanice Nia Dominique Vanessa Gwendolyn Bernice Octavia Simone Tiana Candace Loretta',
    ),
    men: words(
      'Marcus Darnell Jamal Terrence Andre DeShawn Malik Tyrone Isaiah Reginald Curtis Lamar Xavier Demetrius Cedric Quincy Jerome Omari Clarence Roderick Vernon Donovan Maurice Tremaine',
    ),
    families: words(
      "Williams Brown Jones Jackson Harris Robinson Washington Jefferson Freeman Banks Booker Coleman Gaines Hampton Ingram Joseph Mosley Pettway Randolph Simmons Tolliver Vaughn Watkins Dubois D'Angelo Merriweather St._Clair Broussard",
    ),
  },
  {
    share: 6,
    women: words(
      'Mei Lin Xiu Jing Hui Yan Li-Hua Fang Ying Grace Vivian Jade Siu-Ling Wen Ruolan Qing Annie Shu Lihua Zhen',
    ),
    men: words('Wei Jun Ming Hao Feng Tao Kai Lei Bo Raymond Chen-Yu Guang Jian Xin Zhiwei Ka-Ho Henry Tian Yong Peng'),
    families: words(
      'Chen Wang Li Zhang Liu Huang Lin Wu Yang Zhao Chow Wong Cheung Tang Xu Lau Ng Hsu Tsai Guo Ouyang Liang',
    ),
  },
  {
    share: 6,
    women: words(
      'Priya Anjali Deepa Kavita Sunita Meera Lakshmi Neha Pooja Shreya Aishwarya Radha Nandini Ananya Geetha Farah Zainab Ritu Swati Padma',
    ),
    men: words(
      'Raj Arjun Vikram Sanjay Anil Rahul Suresh Amit Ravi Karthik Nikhil Imran Venkatesh Harpreet Gopal Manish Rohan Ashok Farhan Deepak',
    ),
    families: words(
      'Patel Sharma Singh Kumar Gupta Reddy Nair Iyer Rao Mehta Shah Kaur Desai Joshi Chatterjee Banerjee Krishnan Khan Ahmed Menon Venkataraman Bhattacharya',
    ),
  },
  {
    share: 5,
    women: words(
      'Siobhán Maeve Bridget Colleen Fiona Aoife Kathleen Deirdre Maureen Nora Róisín Sheila Orla Eileen Caitlin Una',
    ),
    men: words(
      'Patrick Sean Brendan Declan Liam Kieran Connor Finn Seamus Eamon Brian Dermot Rory Padraig Cormac Neil',
    ),
    families: words(
      "O'Brien Murphy Kelly O'Connor Ryan Doyle McCarthy Gallagher O'Neill Byrne Fitzgerald O'Sullivan McGrath Quinn Donnelly Kavanagh O'Malley Flanagan MacKenzie McAllister O'Hara Brennan",
    ),
  },
  {
    share: 4,
    women: words(
      'Giulia Francesca Angela Lucia Carla Rosanna Bianca Marina Antonella Silvia Loredana Chiara Gina Donatella',
    ),
    men: words('Anthony Vincent Marco Dominic Salvatore Frank Giovanni Luca Paolo Rocco Enzo Carmine Nico Matteo'),
    families: words(
      "Rossi Russo Esposito DeLuca Romano Bianchi Ricci Marino Greco Conti D'Amico Caruso Ferrara LoPresti Di_Stefano Santoro Vitale D'Alessandro",
    ),
  },
  {
    share: 4,
    women: words('Ingrid Greta Heidi Ursula Birgit Astrid Kirsten Annika Sabine Petra Elke Solveig Liesel Dagmar'),
    men: words('Karl Hans Lars Erik Klaus Jürgen Stefan Björn Dieter Søren Ulrich Anders Matthias Günther'),
    families: words(
      'Schmidt Müller Schneider Fischer Weber Wagner Becker Hoffmann Schäfer Koch Larsen Hansen Olsen Lindqvist Johansson Nyström Vogel Zimmermann Kröger Van_der_Berg Söderberg',
    ),
  },
  {
    share: 4,
    women: words(
      'Anna Katarzyna Natalia Olga Irina Svetlana Magdalena Zuzana Jelena Halina Ludmila Oksana Danuta Milena',
    ),
    men: words('Piotr Tomasz Andrei Dmitri Ivan Aleksander Mirko Pavel Jan Bogdan Viktor Zoran Sergei Łukasz'),
    families: words(
      'Kowalski Nowak Wójcik Novák Petrov Ivanov Kovač Popescu Dvořák Horvat Sokolov Zielinski Wiśniewski Bondarenko Marković Szymański Volkov Janáček',
    ),
  },
  {
    share: 3,
    women: words('Linh Thuy Mai Hoa Ngoc Huong Lan Trang Kim Yen Florence Bich Phuong Tuyet'),
    men: words('Minh Tuan Hung Duc Anh Thanh Khoa Long Quang Bao Hieu Dat Vinh Phong'),
    families: words('Nguyen Tran Le Pham Hoang Vu Dang Bui Do Ho Ngo Duong Huynh Truong'),
  },
  {
    share: 3,
    women: words('Ji-woo Soo-jin Min-ji Yuna Hana Eun-ji Yuki Akiko Naomi Keiko Haruka Emi Sakura Michiko'),
    men: words('Min-jun Ji-hoon Sung Dong-hyun Joon Tae Kenji Hiroshi Takeshi Daisuke Ren Kazuo Satoshi Shinji'),
    families: words('Kim Lee Park Choi Jung Kang Cho Yoon Tanaka Suzuki Sato Yamamoto Nakamura Watanabe Ito Kobayashi'),
  },
  {
    share: 4,
    women: words('Fatima Layla Noor Amina Yasmin Leila Mariam Shirin Rania Zahra Hala Dalia Samira Roya'),
    men: words('Omar Ali Hassan Yusuf Karim Khalid Samir Tariq Mahmoud Reza Bilal Nabil Faisal Darius'),
    families: words(
      'Hussein Haddad Mansour Al-Rashid Rahman Abdullah Nasser Khoury Aziz Farouk Hosseini El-Sayed Saleh Tehrani Bazzi Karimi Ben_Youssef Shammas',
    ),
  },
  {
    share: 3,
    women: words('Chioma Adaeze Ngozi Amara Folake Abena Wanjiru Zainabu Efua Temitope Ifeoma Makena Selam Hirut'),
    men: words('Chidi Emeka Oluwaseun Kwame Kofi Tunde Babatunde Kamau Obinna Yaw Ikenna Sekou Dawit Tesfaye'),
    families: words(
      'Okafor Adeyemi Mensah Okonkwo Eze Boateng Diallo Kamau Nwosu Abebe Owusu Achebe Ogunleye Tadesse Asante Mwangi',
    ),
  },
  {
    share: 3,
    women: words('Rivka Miriam Shoshana Tamar Esther Naomi Judith Leah Dina Yael Zoe Eleni Sophia Despina'),
    men: words('Aaron Benjamin Jacob Avi Ezra Samuel Joel Noah Nikos Yiannis Kostas Saul Ari Theo'),
    families: words(
      'Cohen Levy Goldberg Katz Friedman Shapiro Rosen Weiss Kaplan Papadopoulos Pappas Economou Adler Mizrahi Stavros Feldman',
    ),
  },
  {
    share: 3,
    women: words('Maricel Jocelyn Leilani Kalani Marisela Lourdes Malia Cherry Nalani Divina Alohi Rowena'),
    men: words('Jericho Rodel Keoni Kimo Efren Kaleo Noel Makoa Rommel Dante Kai Benjie'),
    families: words(
      "Bautista Reyes Dela_Cruz Aquino Kealoha Kahale Villanueva Magsaysay Pascual Ka'ahumanu Tupou Begaye Yazzie Two_Rivers",
    ),
  },
];
