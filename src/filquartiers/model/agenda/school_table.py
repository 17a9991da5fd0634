"""The official school calendar of metropolitan France, zones A, B and C, 2016-2017 to 2026-2027.

Facts from the yearly decrees of the ministry in charge of education, as published in open data
(« Le calendrier scolaire », data.gouv.fr), recorded on 21 November 2026.

Each line is a school year, named after the one in which it starts: for each of `BREAKS`, the first and the
last day without school, month then day. A month before October is in the second year. A break that the
decree starts on a Saturday « after class » is counted from that Saturday, on which few schools work; one
that starts on another day is counted from the day after. The long weekend of the Ascension belongs to the
calendar: it is counted from Thursday to Sunday. Corsica and overseas have dates of their own, which a
network there states.
"""

BREAKS = (
    ("Toussaint", "ABC"), ("Noël", "ABC"), ("hiver", "A"), ("hiver", "B"), ("hiver", "C"),
    ("printemps", "A"), ("printemps", "B"), ("printemps", "C"), ("Ascension", "ABC"), ("été", "ABC"),
)  # fmt: skip
"""What each column holds: a break, and its zones."""

TABLE = """\
2016 1020-1102 1217-0102 0218-0305 0211-0226 0204-0219 0415-0501 0408-0423 0401-0417 0525-0528 0708-0903
2017 1021-1105 1223-0107 0210-0225 0224-0311 0217-0304 0407-0422 0421-0506 0414-0429 0510-0513 0707-0902
2018 1020-1104 1222-0106 0216-0303 0209-0224 0223-0310 0413-0428 0406-0422 0420-0505 0530-0602 0706-0901
2019 1019-1103 1221-0105 0222-0308 0215-0301 0208-0223 0418-0503 0411-0426 0404-0419 0521-0524 0704-0831
2020 1017-1101 1219-0103 0206-0221 0220-0307 0213-0228 0410-0425 0424-0509 0417-0502 0513-0516 0707-0831
2021 1023-1107 1218-0102 0212-0227 0205-0220 0219-0306 0416-0501 0409-0424 0423-0508 0526-0529 0708-0831
2022 1022-1106 1217-0102 0204-0219 0211-0226 0218-0305 0408-0423 0415-0501 0422-0508 0518-0521 0708-0903
2023 1021-1105 1223-0107 0217-0303 0224-0310 0210-0225 0413-0428 0420-0505 0406-0421 0509-0512 0706-0901
2024 1019-1103 1221-0105 0222-0309 0208-0223 0215-0302 0419-0504 0405-0421 0412-0427 0529-0601 0705-0831
2025 1018-1102 1220-0104 0207-0222 0214-0301 0221-0308 0404-0419 0411-0426 0418-0503 0514-0517 0704-0831
2026 1017-1101 1219-0103 0213-0228 0220-0307 0206-0221 0410-0425 0417-0502 0403-0418 0506-0509 0703-0831
"""
